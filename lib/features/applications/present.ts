import { z } from "zod";
import type { Answers } from "./types.ts";

const yen = z.string().transform((text) => BigInt(text));
const form = z.enum(["paper", "electronic"]);
const payment = z.enum(["monthly", "transfer"]);
const wish = z.enum(["yes", "no"]);
const text = z.string().nullable();

// PERSISTED JSON (submissions.answers). Old rows must stay readable: add with a default, never rename.
const stored = z.object({
  works: z.object({
    obligeeId: z.string(),
    workName: z.string(),
    workNumber: text,
    procurement: z.enum(["open", "designated", "negotiated"]),
    noticeOn: text,
    nominatedOn: text,
    contractedOn: text,
    contractYen: yen,
    worksFrom: z.string(),
    worksTo: z.string(),
    worksPlace: text,
    jvName: text,
  }),
  products: z.object({
    advance: z
      .object({
        form,
        baseYen: yen.nullable(),
        guaranteeYen: yen,
        bank: z.string(),
        redeposit: z.enum(["no", "yes"]),
        payment,
        billTo: z.string(),
        statement: wish,
      })
      .nullable(),
    performance: z
      .object({ form, guaranteeYen: yen, payment, billTo: z.string(), statement: wish })
      .nullable(),
  }),
  others: z.object({
    branchId: z.string(),
    notice: wish,
    noticeEmail: text,
    contactDepartment: text,
    contactPosition: text,
    contactName: text,
    contactPhone: text,
    messageToBranch: text,
  }),
});

/** Answers as they are stored: the same shape with amounts as decimal strings (JSON has no bigint). */
export function toStored(answers: Answers): z.input<typeof stored> {
  return JSON.parse(
    JSON.stringify(answers, (_, value) => (typeof value === "bigint" ? String(value) : value)),
  );
}

/**
 * Answers from their stored form.
 * @throws ZodError when the row was not written by this program.
 */
export function fromStored(json: unknown): Answers {
  return stored.parse(json);
}
