import { EventTimeline } from "#components/audit/event-timeline.tsx";
import { ContactCards } from "#components/branches/contact-cards.tsx";
import { CertificateHistory } from "#components/certificates/certificate-history.tsx";
import { CertificateOverview } from "#components/certificates/certificate-overview.tsx";
import { HandoverAside } from "#components/guarantees/handover-aside.tsx";
import { KeyBox } from "#components/guarantees/key-box.tsx";
import { HandoverGuide } from "#components/handovers/handover-guide.tsx";
import { Aside, Cols } from "#components/layout/page.tsx";
import { RequestReissue } from "#components/reissues/request-reissue.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { Note } from "#components/ui/text.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { paths } from "#lib/core/paths.ts";
import type { TimelineLine } from "#lib/features/audit/types.ts";
import { FIRST_VERSION } from "#lib/features/certificates/constants.ts";
import type {
  CertificateVersion,
  CertificateOverview as Overview,
} from "#lib/features/certificates/types.ts";
import type { Lookups } from "#lib/features/guarantees/types.ts";
import type { HandoverGuide as Guide } from "#lib/features/handovers/types.ts";
import type { ReissueState } from "#lib/features/reissues/types.ts";

export type GuaranteeModel = {
  id: string;
  applicationId: string;
  electronic: boolean;
  /** The public body that receives the key and looks the guarantee up: 小田原市. */
  obligeeName: string;
  contractNumber: string;
  issuedAt: string | null;
  /** The key, to be shown to its owner; null on paper. */
  authenticationKey: string | null;
  /** Whether the key notice exists; after a reissue it takes a moment. */
  keyNoticeReady: boolean;
  /** Requests for a new key; null on paper. */
  reissue: ReissueState | null;
  /** How the key is handed in; null on paper, and where it is not known. */
  handover: Guide | null;
  overview: Overview;
  history: readonly CertificateVersion[];
  /** When officials looked it up. */
  lookups: Lookups;
  branch: { name: string; tel: string; hours: string };
  /** What happened since the application was sent, oldest first. */
  timeline: readonly TimelineLine[];
};

/** One guarantee: first the key, then the guarantee at a glance and the versions of its certificate. */
export function GuaranteeView({ guarantee }: { guarantee: GuaranteeModel }) {
  const { id, authenticationKey, overview, history, branch } = guarantee;
  return (
    <Cols
      aside={
        <Aside label={authenticationKey === null ? "問い合わせ" : "発注者への提出"}>
          {authenticationKey !== null && <HandoverAside {...guarantee} />}
          {guarantee.reissue && <RequestReissue id={id} branchName={branch.name} state={guarantee.reissue} />}
          <ContactCards branches={[branch]} />
        </Aside>
      }
    >
      <div>
        {authenticationKey !== null && (
          <KeyBox
            id={id}
            value={authenticationKey}
            contractNumber={guarantee.contractNumber}
            keyNoticeReady={guarantee.keyNoticeReady}
          />
        )}
        <CertificateOverview
          overview={overview}
          title={authenticationKey === null ? "保証契約の概要" : "電子保証概要"}
        />
        {guarantee.handover && (
          <HandoverGuide id={id} guide={guarantee.handover} seen={guarantee.lookups.verifiedAt.length > 0} />
        )}
        {authenticationKey === null ? (
          <PaperCertificate id={id} version={history[0]?.version ?? FIRST_VERSION} />
        ) : (
          <>
            <CertificateHistory versions={history} />
            <div className="space-small">
              <Note>
                電子保証発行日時とは、発注者が保証証書を確認するシステムに保証証書が到着した日時のことです。
              </Note>
            </div>
          </>
        )}
        <section className="block" aria-labelledby="h-timeline">
          <h2 id="h-timeline">経過</h2>
          <EventTimeline small items={guarantee.timeline} />
        </section>
        <p className="block">
          <TextLink href={paths.application(guarantee.applicationId)}>この保証の申込を見る</TextLink>
        </p>
      </div>
    </Cols>
  );
}

function PaperCertificate({ id, version }: { id: string; version: number }) {
  return (
    <section className="block" aria-labelledby="h-paper">
      <h2 id="h-paper">保証証書</h2>
      <p>証書（紙）の保証です。保証証書は支店からお渡しします。認証キーはありません。</p>
      <p>画面とPDFは控えです。発注者には、支店がお渡しする証書（紙）を提出してください。</p>
      <div className="actions snug">
        <ButtonLink
          variant="line"
          href={paths.guaranteeCertificate(id, version)}
          plain
          target="_blank"
          rel="noopener"
        >
          保証証書を表示する
        </ButtonLink>
        <ButtonLink variant="line" href={paths.certificatePdf(id)} plain>
          <Icon name="save" size={20} />
          PDFをダウンロード
        </ButtonLink>
      </div>
    </section>
  );
}
