import { helpPath, paths } from "#lib/core/paths.ts";
import type { HelpSection } from "#lib/features/help/types.ts";

const group = "請負工事の情報";

/** Questions about the first tab of the application. */
export const aboutWorks: HelpSection[] = [
  {
    anchor: "obligee",
    group,
    title: "発注者が一覧にありません",
    also: ["市役所", "選べない", "町", "対応していない"],
    blocks: [
      {
        kind: "text",
        text: [
          "工事の契約書や公告に書かれている発注者の名前（市長など）を選びます。一覧にないときは、申込先の支店にお尋ねください。電子保証に対応している発注者は、",
          { words: "電子保証を利用できる発注者", href: paths.accepting() },
          "で確かめられます。",
        ],
      },
    ],
  },
  {
    anchor: "procurement",
    group,
    title: "入札・契約方法は、どれを選びますか",
    also: ["一般競争入札", "指名競争入札", "随意契約"],
    blocks: [
      {
        kind: "table",
        label: "入札・契約方法と入力する日付",
        head: ["方法", "どんな方法か", "入力する日付"],
        rows: [
          ["一般競争入札", "公告を見て、だれでも参加できる入札です。", "公告日"],
          ["指名競争入札", "指名された会社が参加する入札です。", "公告日（公表された日）"],
          ["随意契約", "入札をせずに、相手を決めて結ぶ契約です。", "指名日"],
        ],
      },
      { kind: "text", text: "分からないときは、発注者から受け取った書類で確かめてください。" },
    ],
  },
  {
    anchor: "notice-date",
    group,
    title: "公告日・指名日は、なぜ必要ですか",
    also: ["公表日", "いつから", "対象外"],
    blocks: [
      {
        kind: "text",
        text: [
          "電子保証を使えるかどうかが、この日付で決まる発注者があるためです。小田原市では、令和8年4月1日以降に公告または指名する工事が対象です。",
          { words: "どの工事で使えますか", href: helpPath("how-it-works", "start") },
        ],
      },
      {
        kind: "text",
        text: "請負契約を結んだ日ではありません。契約の日が4月1日以降でも、公告日や指名日がそれより前の工事は対象外です。",
      },
    ],
  },
  {
    anchor: "contract-date",
    group,
    title: "請負契約日は、契約前でも入力しますか",
    also: ["契約日", "未契約"],
    blocks: [
      {
        kind: "text",
        text: "まだ契約していないときは、入力しないでください。契約保証は、請負契約を結ぶ前に申し込みます。",
      },
    ],
  },
  {
    anchor: "typing",
    group,
    title: "日付や金額は、どう入力しますか",
    also: ["和暦", "西暦", "令和", "全角", "半角", "カンマ", "書き方"],
    blocks: [
      {
        kind: "table",
        label: "入力の例",
        head: ["項目", "このように入力できます"],
        rows: [
          ["日付", "2026/4/10、2026-04-10、20260410、R8.4.10、令和8年4月10日"],
          ["金額", "50000000、50,000,000、５０，０００，０００"],
          ["メールアドレス・電話番号", "半角でも全角でも入力できます。"],
        ],
      },
      {
        kind: "text",
        text: "入力した日付は和暦と西暦で、金額は「5,000万円」のように読み方を添えて表示します。",
      },
    ],
  },
  {
    anchor: "joint-venture",
    group,
    title: "共同企業体（JV）で申し込めますか",
    also: ["JV名", "構成員", "代表者", "甲型", "乙型"],
    blocks: [
      {
        kind: "text",
        text: "はい。代表者の会社が申し込み、共同企業体の名前を「JV名」に入力します。認証キーのお知らせの受注者名には、代表者の名前を表示します。",
      },
    ],
  },
];
