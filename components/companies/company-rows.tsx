import type { Choice } from "#components/form/choices.tsx";
import { Rows } from "#components/ui/rows.tsx";
import { DEFAULT_FIELDS, type DefaultField } from "#lib/features/companies/constants.ts";
import type { CompanyRecord } from "#lib/features/companies/types.ts";

type CompanyRowsProps = { company: CompanyRecord; branches: readonly Choice[] };

/** 会社情報 for a person who may only read. */
export function CompanyRows({ company: { answers }, branches }: CompanyRowsProps) {
  const branchName = branches.find(({ value }) => value === answers.branch)?.label;
  return (
    <div className="space-medium">
      <Rows
        items={(Object.keys(DEFAULT_FIELDS) as DefaultField[]).map((field) => ({
          label: DEFAULT_FIELDS[field],
          value: field === "branch" ? branchName : answers[field],
        }))}
      />
    </div>
  );
}
