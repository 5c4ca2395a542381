import { Rows } from "#components/ui/rows.tsx";
import type { SummaryRow, SummarySection } from "#lib/features/applications/types.ts";

/** The answers in the words of the sending; what was left out says so. */
export function SubmittedAnswers({ sections }: { sections: readonly SummarySection[] }) {
  return sections.map(({ step, title, groups }) => (
    <section key={step} aria-labelledby={`answers-${step}`}>
      <h3 className="inrow" id={`answers-${step}`}>
        {title}
      </h3>
      {groups.map((group) => (
        <div key={group.title}>
          {group.title && <h4 className="inrow">{group.title}</h4>}
          <Rows items={group.rows.map((row) => ({ label: row.label, value: answer(row) }))} />
        </div>
      ))}
    </section>
  ));
}

function answer({ lines, aside }: SummaryRow) {
  if (lines.length === 0) return null;
  return (
    <>
      <span className="whitespace-pre-line">{lines.join("\n")}</span>
      {aside && <span className="line2">{aside}</span>}
    </>
  );
}
