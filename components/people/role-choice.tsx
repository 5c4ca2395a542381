import { RadioGroup } from "#components/form/choices.tsx";
import { COMPANY_ROLES, ROLE_HELP, ROLE_LABELS } from "#lib/features/people/constants.ts";

/** 「権限」: the three roles, each with what it allows. */
export function RoleChoice({
  id,
  defaultValue,
  error,
}: {
  id: string;
  defaultValue: string | undefined;
  error: string | undefined;
}) {
  return (
    <RadioGroup
      name="role"
      id={id}
      label="権限"
      options={COMPANY_ROLES.map((role) => ({
        value: role,
        label: `${ROLE_LABELS[role]}：${ROLE_HELP[role]}`,
      }))}
      defaultValue={defaultValue}
      error={error}
    />
  );
}
