import { HandoverState } from "#components/handovers/handover-state.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { Card } from "#components/ui/card.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { Timeline } from "#components/ui/timeline.tsx";
import { paths } from "#lib/core/paths.ts";
import type { Lookups } from "#lib/features/guarantees/types.ts";
import type { HandoverGuide } from "#lib/features/handovers/types.ts";

type HandoverAsideProps = {
  id: string;
  obligeeName: string;
  issuedAt: string | null;
  /** When officials looked it up; lookups with earlier keys do not count. */
  lookups: Lookups;
  /** How the key is handed in, if that is known. */
  handover: HandoverGuide | null;
};

/** What the contractor still has to do so that the obligee can look it up, and whether it has. */
export function HandoverAside({ id, obligeeName, issuedAt, lookups, handover }: HandoverAsideProps) {
  const { verifiedAt, verifiedBefore } = lookups;
  const first = verifiedAt.at(-1);
  const latest = verifiedAt[0];
  const sent = handover?.items.find(({ outdated }) => !outdated);
  return (
    <>
      <Card title={`${obligeeName}への提出`}>
        <Timeline
          items={[
            { key: "issued", title: "発行", done: true, ...(issuedAt ? { when: issuedAt } : {}) },
            {
              key: "submit",
              title: "お知らせのPDFを提出",
              done: first !== undefined || sent?.state === "sent",
              ...(sent ? { when: `${sent.when}　${sent.stateName}` } : {}),
              children: sent ? (
                <HandoverState item={sent} href={paths.guarantee(id)} />
              ) : first === undefined ? (
                <p className="small">
                  そのほかの必要書類とあわせて、{handover?.channelName ?? "電子メールなど"}
                  で提出してください。
                  {handover ? (
                    <TextLink href="#handover">提出のしかた</TextLink>
                  ) : (
                    `提出の方法は、${obligeeName}にご確認ください。`
                  )}
                </p>
              ) : (
                <p className="small">提出の日時は記録されていません（発注者の確認により提出済みです）。</p>
              ),
            },
            {
              key: "verified",
              title: `${obligeeName}が確認`,
              done: first !== undefined,
              ...(first ? { when: first } : {}),
              children: (
                <>
                  {first === undefined && (
                    <p className="small">まだ確認されていません。確認されると、ここに日時を表示します。</p>
                  )}
                  {verifiedAt.length > 1 && (
                    <p className="small">
                      {verifiedAt.length}回確認されています（最後は <span className="digits">{latest}</span>
                      ）。
                    </p>
                  )}
                  {verifiedBefore[0] && (
                    <p className="small">
                      以前の認証キーで確認 <span className="digits">{verifiedBefore[0]}</span>
                    </p>
                  )}
                </>
              ),
            },
          ]}
        />
      </Card>
      <Card>
        <Banner tone="warn" plain title="保証証書は提出しないでください">
          <p className="small">
            印刷した保証証書や画面の写しは、提出書類になりません。提出するのは、保証契約番号と認証キーです。
          </p>
        </Banner>
      </Card>
    </>
  );
}
