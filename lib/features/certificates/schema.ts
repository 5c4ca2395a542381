import { z } from "zod";
import { dateText, yenText } from "#lib/core/codecs.ts";

// PERSISTED JSON (certificates.content): the frozen content of one version. Old rows must stay readable for ever: add
// fields with a default, never rename.

export const certificateContent = z.object({
  product: z.enum(["advance", "performance", "interim"]),
  issuedOn: dateText,
  contractNumber: z.string(),
  contractor: z.object({ name: z.string(), address: z.string() }),
  jvName: z.string().nullable(),
  /** The members besides the contractor, who represents them; shares in hundredths of a percent. */
  jv: z
    .object({
      kind: z.enum(["joint", "split"]),
      deposit: z.enum(["whole", "split"]),
      ownShare: z.number(),
      members: z.array(z.object({ name: z.string(), share: z.number() })),
    })
    .nullable()
    .default(null),
  obligee: z.string(),
  guaranteeYen: yenText,
  /** 保証期間の始め; 前払金保証 has only an end. */
  startsOn: dateText.nullable(),
  expiresOn: dateText,
  workName: z.string(),
  contractYen: yenText,
  worksFrom: dateText,
  worksTo: dateText,
  contractedOn: dateText.nullable(),
  bank: z.string().nullable(),
  /** Further answers of the application that print, in the words of their sending. */
  rows: z.array(z.object({ label: z.string(), lines: z.array(z.string()) })).optional(),
  guarantor: z.object({
    name: z.string(),
    address: z.string(),
    representative: z.string(),
    seal: z.string(),
  }),
  sample: z.boolean(),
  branch: z.object({ name: z.string(), tel: z.string(), fax: z.string(), hours: z.string() }),
});

export type CertificateContent = z.infer<typeof certificateContent>;
