import { z } from "zod";

// How amounts and dates cross the borders of the program. Inside, an amount is a bigint of whole yen and a date is
// 'YYYY-MM-DD'; what is typed is read by parseYen() and parseDate().

/** An amount in JSON, which has no bigint: a decimal string. */
export const yenText = z.codec(z.string().regex(/^\d+$/), z.bigint(), { decode: BigInt, encode: String });

/** A date in JSON. */
export const dateText = z.iso.date();

/** A date in a column of type date, which the driver hands over as midnight in UTC. */
export const dateColumn = z.codec(z.date(), dateText, {
  decode: (date) => date.toISOString().slice(0, 10),
  encode: (iso) => new Date(`${iso}T00:00:00Z`),
});
