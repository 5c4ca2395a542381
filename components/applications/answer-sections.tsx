import { type Row, Rows } from "#components/ui/rows.tsx";
import { Unbroken } from "#components/ui/text.tsx";
import { paths } from "#lib/core/paths.ts";
import type { SummaryRow, SummarySection } from "#lib/features/questions/types.ts";

type AnswerSectionsProps = {
  sections: readonly SummarySection[];
  /** The draft to which 変更 leads back; without it nothing can be changed. */
  editId?: string;
  heading?: "h2" | "h3";
};

/** Every answer in words, tab by tab; empty ones are marked. */
export function AnswerSections({ sections, editId, heading: Heading = "h2" }: AnswerSectionsProps) {
  const Sub = Heading === "h2" ? "h3" : "h4";
  return sections.map(({ step, title, groups }, index) => (
    <section
      key={step}
      className={index === 0 ? "block space-medium" : "block"}
      aria-labelledby={`a-${step}`}
    >
      <Heading id={`a-${step}`}>{title}</Heading>
      {groups.map((group) => (
        <div key={group.title}>
          {group.title && <Sub className="heading-in-row">{group.title}</Sub>}
          <Rows items={group.rows.map((row) => rowOf(row, step, group.title, editId))} />
        </div>
      ))}
    </section>
  ));
}

function rowOf(
  { field, label, lines, aside }: SummaryRow,
  step: SummarySection["step"],
  group: string | null,
  editId: string | undefined,
): Row {
  const about = group && !label.startsWith(group.replace(/保証$/, "")) ? `${group}の${label}` : label;
  return {
    label,
    value:
      lines.length === 0 ? null : (
        <>
          <span className="keep-lines">
            <Unbroken>{lines.join("\n")}</Unbroken>
          </span>
          {aside && <span className="second-line">{aside}</span>}
        </>
      ),
    ...(editId ? { action: { href: paths.applicationTab(editId, step, { field }), about } } : {}),
  };
}
