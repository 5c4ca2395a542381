import { describe, expect, it, test } from "vitest";
import { BODY_FIELDS, type BodyField } from "#lib/features/handovers/constants.ts";
import { composeHandover } from "#lib/features/handovers/rules.ts";
import type { HandoverFacts } from "#lib/features/handovers/types.ts";
import { handoverRoutes } from "#prisma/seed/handover-routes.ts";
import { rules } from "#prisma/seed/masters.ts";

const facts: HandoverFacts = {
  obligeeName: "三重県",
  obligeeTitle: "三重県知事",
  contractor: "〇〇建設 株式会社",
  person: "工事 一郎",
  department: null,
  phone: "0465-00-0000",
  email: null,
  workNumber: "504000001",
  workName: "道路改良工事",
  product: "契約保証",
  contractNumber: "35075-00000K",
  guaranteeYen: 5_000_000n,
};
const route = {
  section: "契約課",
  subjectTemplate: "【電子保証】{workNumber}",
  bodyFields: ["contractor", "person", "phone", "workName", "product"] as BodyField[],
  otherPapers: [],
  demo: false,
};

test("What the public list says of handing in names the channels that the routes use", () => {
  const words = { email: "電子メール", web_form: "提出フォーム" };
  for (const { obligeeId, handingIn } of rules) {
    const channels = new Set(
      handoverRoutes.filter((route) => route.obligeeId === obligeeId).map(({ channel }) => channel),
    );
    const named = Object.entries(words).filter(([, word]) => handingIn.includes(word));
    expect(named.map(([channel]) => channel).sort()).toEqual([...channels].sort());
  }
});

describe("The words of a handover", () => {
  it("are exactly the subject and the lines that the obligee asks for, in its order", () => {
    const { subject, body } = composeHandover(route, facts);
    expect(subject).toBe("【電子保証】504000001");
    expect(body).toContain("三重県 契約課 御中\n");
    expect(body).toContain(
      "受注者：〇〇建設 株式会社\n担当者：工事 一郎\n連絡先電話番号：0465-00-0000\n工事名：道路改良工事\n保証名称：契約保証\n",
    );
    expect(body).not.toContain("デモ");
  });

  it("leave out what nobody answered, without an empty line end or a double blank", () => {
    const { subject, body } = composeHandover(
      {
        ...route,
        subjectTemplate: "【電子保証】{workNumber} {workName}",
        bodyFields: ["workNumber", "department", "workName"],
      },
      { ...facts, workNumber: null },
    );
    expect(subject).toBe("【電子保証】道路改良工事");
    expect(body).not.toContain("工事番号");
    expect(body).not.toContain("担当部署");
  });

  it("keep a line end or braces in a 工事名 from becoming a header or a placeholder", () => {
    const tricky = { ...facts, workName: "道路工事\r\nBcc: a@b.example {contractNumber}" };
    const { subject } = composeHandover({ ...route, subjectTemplate: "{workName}" }, tricky);
    expect(subject).toBe("道路工事 Bcc: a@b.example {contractNumber}");
  });

  it("refuse a template that asks for what is no fact, such as the key", () => {
    expect(() => composeHandover({ ...route, subjectTemplate: "{key}" }, facts)).toThrow("{key}");
  });

  it("say in the demo that they are a demo's, in every subject, text and address", () => {
    for (const demo of handoverRoutes) {
      const { subject, body } = composeHandover(
        { ...demo, bodyFields: demo.bodyFields as BodyField[] },
        facts,
      );
      if (demo.channel === "email") expect(subject).toMatch(/^【デモ用】/);
      expect(body).toContain("デモ用");
      expect(demo.section).toContain("デモ用");
      if (demo.address) expect(demo.address).toMatch(/\.example$/);
      for (const field of demo.bodyFields) expect(Object.keys(BODY_FIELDS)).toContain(field);
    }
  });
});
