import { formatInstant } from "#lib/core/calendar.ts";
import type { SummaryRow, SummarySection } from "#lib/features/questions/types.ts";
import type { ApplicationCopyModel } from "#lib/pdf/documents/application-copy.ts";
import { canPrint } from "#lib/pdf/kit/typefaces.ts";
import type { listSubmissions } from "./queries.ts";

type Sending = {
  receiptNumber: string;
  revision: number;
  submittedAt: Date;
  sections: readonly SummarySection[];
  applicant: { name: string; address: string };
  branch: { name: string; tel: string; hours: string };
  guarantorName: string;
  sample: boolean;
};

/** Printed in place of a character that no font has, as printers do; the screen shows the character itself. */
const geta = "〓";

/**
 * The copy of a submission, in the words it was sent with. Free texts may contain characters that no font has (an emoji
 * in a remark): each is printed as 〓, and a note says so, since a copy that cannot be made helps nobody.
 */
export function presentApplicationCopy(sending: Sending): ApplicationCopyModel {
  const { receiptNumber, revision, submittedAt, sections, applicant, branch, guarantorName, sample } =
    sending;
  let lost = false;
  const plain = (text: string): string => {
    const printed = printable(text);
    lost ||= printed !== text;
    return printed;
  };
  const model = {
    sample,
    receiptNumber,
    head: [
      { label: "受付番号", value: receiptNumber, emphasis: "number" as const },
      {
        label: "送信日時",
        value: `${formatInstant(submittedAt)}${revision > 1 ? `（${revision}回目の送信）` : ""}`,
      },
      { label: "申込者", value: [applicant.address, applicant.name].map(plain) },
      {
        label: "申込送信先",
        value: [`${guarantorName}　${branch.name}`, `TEL ${branch.tel}`, branch.hours].map(plain),
      },
    ],
    sections: sections.map(({ title, groups }) => ({
      title,
      groups: groups.map((group) => ({
        title: group.title,
        rows: group.rows.map((row) => ({ label: row.label, value: printedLines(row).map(plain) })),
      })),
    })),
    documentTitle: `申込内容の控え ${receiptNumber}`,
  };
  return {
    ...model,
    notes: [
      "この控えは、送信した申込の内容を保証デスクが記録したものです。保証証書ではありません。",
      ...(lost ? [`「${geta}」は、この控えに印刷できない文字です。保証デスクの画面でご確認ください。`] : []),
    ],
  };
}

function printedLines({ lines, aside }: SummaryRow): string[] {
  if (lines.length === 0) return ["未入力"];
  return [...lines.flatMap((line) => line.split("\n")), ...(aside ? [aside] : [])];
}

function printable(text: string): string {
  if (canPrint(text).ok) return text;
  return [...text.replaceAll("\t", " ")]
    .map((character) => (canPrint(character).ok ? character : geta))
    .join("");
}

/**
 * 「お客様から弊社への連絡事項」 of the submissions, for the conversation with the branch, oldest first. A remark that was sent again
 * unchanged is shown once, at its first time, because what was answered since comes after it.
 */
export function presentRemarks(submissions: Awaited<ReturnType<typeof listSubmissions>>) {
  const remarks: { body: string; officeName: string; sentAt: Date }[] = [];
  for (const { answers, applicant, submittedAt } of submissions) {
    const body = answers.others.messageToBranch;
    if (body !== null && body !== remarks.at(-1)?.body)
      remarks.push({ body, officeName: applicant.name, sentAt: submittedAt });
  }
  return remarks;
}
