import { Banner } from "#components/ui/banner.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { paths } from "#lib/core/paths.ts";

/** A draft as people who may only read see it: others are working on it, and its content is not final. */
export function UnsentDraft() {
  return (
    <Banner title="この申込は作成中です" heading="h2">
      <p>
        閲覧のみの権限のため、作成中の申込は開けません。支店へ送信されると、内容を確認できます。編集が必要なときは、会社の管理者に権限の変更を依頼してください。
      </p>
      <div className="actions">
        <ButtonLink variant="line" href={paths.applications()}>
          申込の一覧に戻る
        </ButtonLink>
      </div>
    </Banner>
  );
}
