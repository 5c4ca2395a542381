import { Card } from "#components/ui/card.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { paths } from "#lib/core/paths.ts";

/** In the side column of 全体トップ: the person's account and, for managers, the company's people. */
export function AccountCard({ manager }: { manager: boolean }) {
  return (
    <Card title="アカウントと利用者">
      <p className="small">
        <TextLink href={paths.account()}>ログインしている端末とパスワード</TextLink>
      </p>
      {manager && (
        <p className="small">
          <TextLink href={paths.people()}>利用者の管理</TextLink>
        </p>
      )}
    </Card>
  );
}
