import "server-only";
import { z } from "zod";
import { requireContractor } from "#lib/auth/gates.ts";
import { defineOperation } from "#lib/core/operation.ts";
import { postedId } from "#lib/core/posted.ts";
import { tabOf } from "#lib/features/questions/constants.ts";
import { saveDraft } from "./commands.ts";
import { CLOSED } from "./constants.ts";
import { basedOf, basedOn, fieldName, rawText, tabSlug } from "./schema.ts";

/** Autosave: saves the posted fields of one tab; answers with the time (ISO) and what others changed. */
export const saveDraftOperation = defineOperation({
  name: "application.save",
  gate: requireContractor,
  schema: z
    .strictObject({
      id: postedId,
      step: tabSlug,
      fields: z.partialRecord(fieldName, rawText),
      ...basedOn,
    })
    .refine(({ step, fields }) =>
      fieldName.options.every((name) => !(name in fields) || tabOf(name) === step),
    ),
  run: (scope, input) => saveDraft(scope, input.id, input.fields, basedOf(input), input.step),
  refused: CLOSED,
  value: (saved, { step }) => ({
    ...saved,
    savedAt: saved.savedAt.toISOString(),
    warnings: saved.warnings.filter(({ field }) => tabOf(field) === step),
  }),
});
