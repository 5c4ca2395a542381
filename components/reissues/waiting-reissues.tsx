import { Banner } from "#components/ui/banner.tsx";
import { Code } from "#components/ui/text.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { paths } from "#lib/core/paths.ts";
import type { WaitingReissue } from "#lib/features/reissues/types.ts";

/** The requests for a new key that wait for the branch, each with its case, if any. */
export function WaitingReissues({ items }: { items: readonly WaitingReissue[] }) {
  if (items.length === 0) return null;
  return (
    <Banner className="space-medium" title={`認証キーの再発行の依頼が${items.length}件あります`} heading="h2">
      <ul className="spaced">
        {items.map(({ id, applicationId, workName, companyName, contractNumber, when }) => (
          <li key={id}>
            <TextLink href={paths.branchCase(applicationId)}>{workName}の依頼を確認する</TextLink>
            <span className="second-line">
              {companyName}　<Code>{contractNumber}</Code>　<span className="digits">{when}</span>
            </span>
          </li>
        ))}
      </ul>
    </Banner>
  );
}
