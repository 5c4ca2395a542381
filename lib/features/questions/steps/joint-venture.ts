import { foldName } from "#lib/core/text.ts";
import { JV_ROWS, FIELDS as L, QUESTIONS } from "../constants.ts";
import { JV_DEPOSITS, JV_KINDS } from "../lines/choices.ts";
import { choice, line, parseShare, share } from "../schema.ts";
import type { FieldError, JointVenture, RawDraft, SummaryRow, Works } from "../types.ts";
import { filledRows, isVentureBegun } from "./cases.ts";
import { type Parsed, readField, textRow } from "./step.ts";

/** The shares typed so far, in hundredths of a percent; what cannot be read counts as nothing. */
export function shareSum(raw: RawDraft): number {
  const typed = [raw.jvOwnShare, ...JV_ROWS.map((n) => raw[`jvShare${n}`])];
  return typed.reduce((sum, text) => sum + (parseShare(text ?? "") ?? 0), 0);
}

/** A share in words: 33.34%. */
export function formatShare(hundredths: number): string {
  return `${Math.trunc(hundredths / 100)}.${String(hundredths % 100).padStart(2, "0")}%`;
}

/**
 * A joint venture, asked for with 「JV名」. JV名 may stand alone, as it could from the beginning; whoever begins with the
 * rest answers all of it, and the shares make 100 % to the hundredth.
 */
export function parseJointVenture(raw: RawDraft): Parsed<JointVenture | null> {
  const rows = filledRows("members", raw);
  if (foldName(raw.jvName ?? "") === "" || !isVentureBegun(raw)) return { ok: true, answers: null };
  const errors: FieldError[] = [];
  const kind = readField("jvKind", choice(L.jvKind, JV_KINDS), raw, errors);
  const deposit = readField("jvDeposit", choice(L.jvDeposit, JV_DEPOSITS), raw, errors);
  const ownShare = readField("jvOwnShare", share(L.jvOwnShare), raw, errors);
  const members = (rows.length > 0 ? rows : [1 as const]).map((n) => ({
    name: readField(`jvMember${n}`, line(L[`jvMember${n}`]), raw, errors) ?? "",
    share: readField(`jvShare${n}`, share(L[`jvShare${n}`]), raw, errors) ?? 0,
  }));
  // The sum is told beside what else is missing, once every share can be read.
  const sum = members.reduce((total, member) => total + member.share, ownShare ?? 0);
  if (sum !== 10_000 && !errors.some(({ field }) => QUESTIONS[field].kind === "share"))
    errors.push({
      field: "jvOwnShare",
      message: `代表者と構成員の割合は、合計が100.00%になるように入力してください（いまの合計 ${formatShare(sum)}）。`,
    });
  if (kind === null || deposit === null || ownShare === null || errors.length > 0)
    return { ok: false, errors };
  return { ok: true, answers: { kind, deposit, ownShare, members } };
}

/** The joint venture in words; a member's share stands under the name. */
export function summarizeJointVenture({ jvName, jv }: Works): SummaryRow[] {
  if (jvName === null) return [];
  if (jv === null) return [textRow("jvKind", null)];
  return [
    textRow("jvKind", JV_KINDS[jv.kind]),
    textRow("jvDeposit", JV_DEPOSITS[jv.deposit]),
    textRow("jvOwnShare", formatShare(jv.ownShare)),
    ...jv.members.flatMap(({ name, share }, index) => {
      const n = JV_ROWS[index];
      return n ? [textRow(`jvMember${n}`, name, `割合 ${formatShare(share)}`)] : [];
    }),
  ];
}
