import { Card } from "#components/ui/card.tsx";
import { Bracketed, Tel } from "#components/ui/text.tsx";
import type { BranchChoice } from "#lib/features/branches/types.ts";

/** Whom to call: the branch in charge, or every branch while there is none. */
export function ContactCards({
  branches,
  hint,
}: {
  branches: readonly Pick<BranchChoice, "name" | "tel" | "hours">[];
  /** What to have at hand, under the hours. */
  hint?: string;
}) {
  return branches.map(({ name, tel, hours }) => (
    <Card key={name} title={`お問い合わせ：${name}`}>
      <Tel>{tel}</Tel>
      <p className="small secondary">
        <Bracketed>{hours}</Bracketed>
      </p>
      {hint && <p className="small space-small">{hint}</p>}
    </Card>
  ));
}
