import { mihon, odawara } from "./masters.ts";

const products = ["advance", "performance", "interim"] as const;
const stages = ["initial", "change"] as const;
const email = "email" as const;
const webForm = "web_form" as const;

const common = {
  version: 1,
  effectiveFrom: new Date("2026-01-01T00:00:00Z"),
  bodyFields: [
    "contractor",
    "person",
    "phone",
    "workNumber",
    "workName",
    "product",
    "contractNumber",
    "guaranteeYen",
  ],
  demo: true,
};

const stageWord = { initial: "", change: "（変更）" } as const;

/**
 * How the demo's obligees want a key handed in. Of Odawara only the channel is a fact (docs/domain.md 6.6: e-mail, with
 * the key notice and the other papers); every desk, subject and address here is fictitious and says so.
 */
export const handoverRoutes = stages.flatMap((stage, s) =>
  products.flatMap((product, p) => {
    const id = (n: number) =>
      `00000000-0000-7000-8000-${String(8000 + n * 100 + s * 10 + p).padStart(12, "0")}`;
    const toContracts = product === "performance";
    return [
      {
        ...common,
        id: id(1),
        obligeeId: odawara.id,
        product,
        stage,
        channel: email,
        section: toContracts ? "契約担当（デモ用）" : "工事担当課（デモ用）",
        address: toContracts ? "keiyaku@odawara.example" : "koji@odawara.example",
        subjectTemplate: `【デモ用】電子保証の認証キー${stageWord[stage]} {product} {workNumber} {workName}`,
        otherPapers: [toContracts ? "請負契約書（デモ用）" : "前払金請求書（デモ用）"],
        followUpCall: false,
        source: "提出の方法（電子メール）だけが「小田原市で電子保証が始まりました！」によります。",
      },
      {
        ...common,
        id: id(2),
        obligeeId: mihon.id,
        product,
        stage,
        ...(toContracts
          ? { channel: webForm, address: null, subjectTemplate: "", followUpCall: false }
          : {
              channel: email,
              address: "koji@mihon-city.example",
              subjectTemplate: `【デモ用】【電子保証${stageWord[stage]}】{workNumber} {workName}（{contractor}）`,
              followUpCall: true,
            }),
        section: toContracts ? "契約検査課（デモ用）" : "工事担当課（デモ用）",
        otherPapers: [],
        source: "デモ用の架空の条件",
      },
    ];
  }),
);
