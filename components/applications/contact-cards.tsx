import { Card } from "#components/ui/card.tsx";
import type { BranchChoice } from "#lib/features/applications/types.ts";

/** Whom to call: the branch of the matter, or every branch while there is none. */
export function ContactCards({
  branches,
  hint,
}: {
  branches: readonly BranchChoice[];
  /** What to have at hand, under the hours. */
  hint?: string;
}) {
  return branches.map(({ id, name, tel, hours }) => (
    <Card key={id} title={`お問い合わせ：${name}`}>
      <p className="tel">{tel}</p>
      <p className="small sub">{hours}</p>
      {hint && <p className="small block-s">{hint}</p>}
    </Card>
  ));
}
