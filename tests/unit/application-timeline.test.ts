import { describe, expect, test } from "vitest";
import type { AuditLine } from "#lib/features/audit/queries.ts";
import { presentCaseTimeline, presentTimeline } from "#lib/features/audit/timeline.ts";

const names = { branch: "神奈川支店", obligees: new Map([["小田原市長", "小田原市"]]) };
const contractor = "工事 一郎";
const staff = "審査 花子";

/** The events of one application in their order: by whom, and with what data. */
const events: readonly [AuditLine["event"], string, object, string][] = [
  [
    "application.submitted",
    contractor,
    { receiptNumber: "20260404-000001", revision: 1, branchName: "神奈川支店" },
    `送信　神奈川支店へ送信しました。　${contractor}`,
  ],
  ["application.examination_started", staff, {}, "審査の開始　神奈川支店"],
  ["application.returned", staff, { reason: "工期が異なります" }, "差戻し　工期が異なります　神奈川支店"],
  [
    "application.submitted",
    contractor,
    { receiptNumber: "20260404-000001", revision: 2, branchName: "神奈川支店" },
    `修正して送信　神奈川支店へ送信しました。　${contractor}`,
  ],
  ["application.approved", staff, { guaranteedYen: "20000000", fourEyes: false }, "承認　神奈川支店"],
  ["application.issue_ordered", staff, {}, "発行の処理　神奈川支店"],
  [
    "guarantee.issued",
    staff,
    { contractNumber: "35075-00000M" },
    "発行　前払金保証　35075-00000M　神奈川支店",
  ],
  [
    "guarantee.key_notice_taken",
    contractor,
    { contractNumber: "35075-00000M" },
    `認証キーのお知らせ（PDF）を取得　35075-00000M　${contractor}`,
  ],
  [
    "guarantee.handed_over",
    contractor,
    { contractNumber: "35075-00000M" },
    `発注者へ提出　35075-00000M　${contractor}`,
  ],
  [
    "verification.confirmed",
    "市役所 太郎",
    { contractNumber: "35075-00000M", obligeeName: "小田原市長" },
    "小田原市が照会しました　35075-00000M",
  ],
  [
    "guarantee.key_reissue_requested",
    contractor,
    { reason: "担当者が交代したため" },
    `認証キーの再発行を依頼　担当者が交代したため　${contractor}`,
  ],
  [
    "guarantee.key_reissue_declined",
    staff,
    { reason: "電話で確認してください" },
    "認証キーの再発行の依頼は断られました　電話で確認してください　神奈川支店",
  ],
  [
    "guarantee.key_reissued",
    staff,
    { contractNumber: "35075-00000M" },
    "認証キーの再発行　35075-00000M　以前の認証キーは使えません。　神奈川支店",
  ],
  ["application.refused", staff, { reason: "引き受けられません" }, "謝絶　引き受けられません　神奈川支店"],
  ["application.withdrawn", contractor, { receiptNumber: "20260404-000001" }, `取下げ　${contractor}`],
];

const lines = events.map(
  ([event, actorName, data], minute) =>
    ({
      event,
      actorName,
      data,
      at: new Date(Date.UTC(2026, 3, 6, 1, minute)),
      guaranteeId: null,
    }) as unknown as AuditLine,
);

describe("The timeline of an application, as its contractor reads it", () => {
  test("has every step with who did it and when: own people by name, offices by office", () => {
    const timeline = presentTimeline(lines, names);
    expect(timeline.map(({ title, text, who }) => [title, text, who].filter(Boolean).join("　"))).toEqual(
      events.map(([, , , words]) => words),
    );
    expect(timeline.map(({ when }) => when)).toEqual(
      events.map((_, minute) => `2026/04/06 10:${String(minute).padStart(2, "0")}`),
    );
  });

  test("tells what goes on now at its last step only, and nobody at the branch or the city by name", () => {
    const until = (event: AuditLine["event"]) =>
      presentTimeline(lines.slice(0, lines.findIndex((line) => line.event === event) + 1), names);
    expect(until("application.examination_started").at(-1)?.text).toBe("神奈川支店が審査しています。");
    expect(until("application.approved").at(-1)?.text).toBe("発行の準備をしています。");
    expect(until("application.issue_ordered").at(-1)?.text).toBe("保証証書を作成しています。");
    const all = JSON.stringify(presentTimeline(lines, names));
    for (const word of ["しています", staff, "市役所 太郎"]) expect(all).not.toContain(word);
  });
});

describe("The timeline of an application, as its branch reads it", () => {
  const timeline = presentCaseTimeline(
    lines.filter(({ event }) => !["application.approved", "application.issue_ordered"].includes(event)),
    "〇〇建設 株式会社",
    names.obligees,
  );
  const who = (title: string) => timeline.find((line) => line.title === title)?.who;

  test("is newest first, in its own words", () => {
    expect(timeline.map(({ title }) => title)).toEqual([
      "取下げ",
      "謝絶",
      "認証キーの再発行",
      "認証キーの再発行の依頼を断る",
      "受注者が認証キーの再発行を依頼",
      "小田原市が照会しました",
      "受注者が発注者へ提出",
      "受注者がお知らせのPDFを取得",
      "発行済",
      "再送信の受付（2回目）",
      "差戻し",
      "審査の開始",
      "受付",
    ]);
  });

  test("names the contractor's people with their company, its own by name, the city's to nobody", () => {
    expect(who("受付")).toBe(`〇〇建設 株式会社　${contractor}`);
    expect(who("差戻し")).toBe(staff);
    expect(who("小田原市が照会しました")).toBeNull();
  });
});
