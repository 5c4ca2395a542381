import { Fragment } from "react";
import { SectionHead } from "#components/layout/page.tsx";
import { Checks } from "#components/ui/checks.tsx";
import { Code, Unbroken } from "#components/ui/text.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { paths } from "#lib/core/paths.ts";
import type { CheckResult } from "#lib/features/examinations/types.ts";

/** 点検の結果 with its count, and links to applications for the same works. */
export function CaseChecks({ items }: { items: readonly CheckResult[] }) {
  const concerns = items.filter(({ passed }) => !passed).length;
  return (
    <section className="block" aria-labelledby="h-checks">
      <SectionHead
        id="h-checks"
        title="点検の結果"
        side={
          <p className="secondary">
            問題なし {items.length - concerns}件、確認が必要 {concerns}件
          </p>
        }
      />
      <Checks
        items={items.map(({ reason, cases, ...check }) => ({ ...check, reason: tell(reason, cases) }))}
      />
    </section>
  );
}

function tell(reason: string, cases: CheckResult["cases"] = []) {
  return (
    <>
      <Unbroken>{reason}</Unbroken>
      {cases.map(({ id, receiptNumber, companyName }) => (
        <Fragment key={id}>
          <br />
          <TextLink href={paths.branchCase(id)}>
            <Code>{receiptNumber}</Code>
          </TextLink>
          　{companyName}
        </Fragment>
      ))}
    </>
  );
}
