import { describe, expect, it } from "vitest";
import { sha256 } from "#lib/core/crypto.ts";
import type { Product } from "#lib/core/generated/prisma/enums.ts";
import { composeCertificate, presentCertificate } from "#lib/features/certificates/present.ts";
import { certificateContent } from "#lib/features/certificates/schema.ts";
import {
  type FieldName,
  FORM_VERSION,
  fieldsWhere,
  isAnswered,
  LINES,
  PRODUCTS_ASKED,
  QUESTIONS,
  type Question,
} from "#lib/features/questions/constants.ts";
import type { Line } from "#lib/features/questions/lines/line.ts";
import { fromStored, printedTexts, toStored } from "#lib/features/questions/present.ts";
import { isAsked } from "#lib/features/questions/steps/cases.ts";
import { parseApplication } from "#lib/features/questions/steps/form.ts";
import { summarizeApplication } from "#lib/features/questions/steps/summary.ts";
import type { Answers, Context, RawDraft } from "#lib/features/questions/types.ts";
import { interimOnly, jointVenture, leafletCase, twoYears } from "#prisma/seed/cases.ts";
import { kanagawa, odawara, rules } from "#prisma/seed/masters.ts";
import { asked, changes, isOf } from "#tests/e2e/pages/changes.ts";

// What is derived of each line: whoever adds one is told here what it lacks.

const [rule] = rules.filter(({ obligeeId }) => obligeeId === odawara.id);
const context: Context = {
  obligees: rule ? [{ ...odawara, rule: { ...rule, noticeOnOrAfter: null, nominationOnOrAfter: null } }] : [],
  branches: [kanagawa],
};

const examples: Partial<Record<Question["kind"], string>> = {
  phone: "0465-00-0000",
  mail: "koji@marumaru.example",
  date: "2026/4/10",
  money: "1",
};

/** A draft in which every question that is asked is answered; texts by the names of their fields, to be found again. */
function filled(changed: RawDraft): RawDraft {
  const base: RawDraft = {
    ...leafletCase,
    ...interimOnly,
    ...jointVenture,
    ...twoYears,
    interimBaseYen: "30,000,000",
    interimExpiresOn: "2027/3/31",
    interimYen: "6,000,000",
    interimReceivedYen: "12,000,000",
    advanceApply: "on",
    performanceApply: "on",
    nominatedOn: "2026/4/1",
    ...changed,
  };
  const fields = fieldsWhere((question) => isAnswered(question) && question.row === null);
  const texts = fields.flatMap((field): [FieldName, string][] => {
    if ("printed" in QUESTIONS[field]) return [[field, `${field}の答え`]];
    const example = examples[QUESTIONS[field].kind];
    return base[field] || !example ? [] : [[field, example]];
  });
  return { ...base, ...Object.fromEntries(texts) };
}

function answersTo(draft: RawDraft): Answers {
  const parsed = parseApplication(draft, context);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  return parsed.answers;
}

/** Between them every question is asked. */
const drafts = [
  filled({}),
  filled({ advanceApply: "", procurement: "negotiated" }),
  filled({ interimApply: "", procurement: "designated" }),
];

const isShown = (question: Question) => isAnswered(question) && (question.row ?? 1) <= 2;

describe("every question of the form", () => {
  it("is asked by one of the drafts below", () => {
    const unasked = fieldsWhere(isShown).filter((field) =>
      drafts.every((draft) => !isAsked(QUESTIONS[field], draft)),
    );
    expect(unasked).toEqual([]);
  });

  it("stands in the summary with its answer, or under the first one of its row", () => {
    for (const draft of drafts) {
      const summary = summarizeApplication(answersTo(draft), context);
      const rows = summary.flatMap(({ groups }) => groups.flatMap((group) => group.rows));
      const unseen = fieldsWhere(isShown).filter((field) => {
        const question = QUESTIONS[field];
        const product = PRODUCTS_ASKED.find((one) => one === question.group);
        if (!isAsked(question, draft) || (product && !draft[`${product}Apply`])) return false;
        if (question.aside) return !rows.some(({ aside }) => aside?.startsWith(`${question.aside} `));
        const row = rows.find((one) => one.field === field);
        return !row || row.lines.length === 0 || ("printed" in question && row.lines[0] !== draft[field]);
      });
      expect(unseen).toEqual([]);
    }
  });

  it("is stored and read again, and may be missing from a row of before when it may be left out", () => {
    for (const draft of drafts) {
      const answers = answersTo(draft);
      const stored: Answers = JSON.parse(JSON.stringify(toStored(answers)));
      expect(fromStored(stored)).toEqual(answers);
      for (const field of fieldsWhere((question) => isShown(question) && question.row === null)) {
        const { group, key, required, asked: when } = QUESTIONS[field];
        const groups = {
          works: stored.works,
          jv: stored.works.jv,
          others: stored.others,
          ...stored.products,
        };
        const among = groups[group as keyof typeof groups];
        if (!among) continue;
        expect(among, field).toHaveProperty(key);
        if (required === "always" && !when) continue;
        const { [key as keyof typeof among]: _, ...others } = among;
        const older =
          group === "works" || group === "others"
            ? { ...stored, [group]: others }
            : { ...stored, products: { ...stored.products, [group]: others } };
        expect(() => fromStored(older), field).not.toThrow();
      }
    }
  });

  it("is changed by the journey through the confirm page, unless it comes with a joint venture or 年度割", () => {
    const kept = asked.filter((question) => !changes.some((change) => isOf(question, change)));
    expect(kept.map(({ field }) => field)).toEqual([]);
  });
});

describe("every question of free text", () => {
  const texts = fieldsWhere(({ kind }) => kind === "text" || kind === "bank" || kind === "message");

  it("is looked at for characters that no font has, when it goes with the application", () => {
    const [draft = {}] = drafts;
    const named = Object.fromEntries(texts.map((field) => [field, `${field}の答え`]));
    const found = printedTexts({ ...draft, ...named });
    expect(found.map(({ field }) => field)).toEqual(texts);
    expect(found.filter(({ field, text }) => text !== `${field}の答え`)).toEqual([]);
    expect(printedTexts({}).filter(({ field }) => QUESTIONS[field].group === "advance")).toEqual([]);
  });

  it("stands on the certificate when it is printed there, and on no other product's", () => {
    const prints = texts.filter((field) => {
      const question = QUESTIONS[field];
      return "printed" in question && question.printed === "certificate" && (question.row ?? 1) <= 2;
    });
    for (const draft of drafts)
      for (const product of PRODUCTS_ASKED.filter((one) => draft[`${one}Apply`])) {
        const paper = JSON.stringify(presentCertificate(contentOf(answersTo(draft), product), "paper"));
        const wrong = prints.filter((field) => {
          const group = PRODUCTS_ASKED.find((one) => one === QUESTIONS[field].group);
          return paper.includes(draft[field] ?? "") !== (group === undefined || group === product);
        });
        expect(wrong, product).toEqual([]);
      }
  });
});

it("An answer that prints and has no place of its own on the certificate has a row there, as it was frozen", () => {
  const content = {
    ...contentOf(answersTo(drafts[0] ?? {}), "advance"),
    rows: [{ label: "現場代理人", lines: ["髙橋 一郎"] }],
  };
  const { rows } = presentCertificate(
    certificateContent.parse(JSON.parse(JSON.stringify(certificateContent.encode(content)))),
    "paper",
  );
  expect(rows.at(-1)).toEqual({ label: "現場代理人", value: ["髙橋 一郎"] });
});

function contentOf(answers: Answers, product: Product) {
  const party = { name: "名", address: "住所" };
  const guarantor = { ...party, representative: "代表", seal: "印", sample: false };
  return composeCertificate(
    { product, obligeeTitle: "小田原市長", guaranteeYen: 1n },
    { answers, applicant: party },
    { guarantor, name: "支店", tel: "", fax: "", hours: "" },
    { contractNumber: "00001-000001M", issuedOn: "2026-04-10" },
  );
}

describe("the version of the form", () => {
  /** What each version asks, in short. Never change one: sendings are frozen with their version. */
  const asks: Readonly<Record<number, string>> = { 2: "bf2b27f45b44" };

  it("is raised when a question, its words or its meaning change", () => {
    const lines = (Object.entries(LINES) as [string, Line][]).map(([name, line]) => {
      const { label, kind, required, asked: when } = line;
      return [name, label, kind, required, when, "choices" in line ? line.choices : null];
    });
    const now = sha256(JSON.stringify(lines)).toString("hex").slice(0, 12);
    expect(
      { [FORM_VERSION]: now },
      "The form asks something else: raise FORM_VERSION, and write down what the new version asks.",
    ).toEqual({ [FORM_VERSION]: asks[FORM_VERSION] });
  });
});
