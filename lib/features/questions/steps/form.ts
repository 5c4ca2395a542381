import { checkPeriod, checkRules, checkYears } from "../rules.ts";
import type { Answers, Context, FieldError, RawDraft, SummarySection } from "../types.ts";
import { parseOthers, summarizeOthers } from "./others.ts";
import { parseProducts, summarizeAdvance, summarizeInterim, summarizePerformance } from "./products.ts";
import { checkReadable } from "./readable.ts";
import { parseWorks, summarizeWorks } from "./works.ts";

/**
 * Checks the whole application: the three tabs, then the rules between them. The same function runs in the browser and
 * at 「申込内容を確認する」 and once more at sending.
 */
export function parseApplication(
  raw: RawDraft,
  context: Context,
): { ok: true; answers: Answers } | { ok: false; errors: FieldError[] } {
  const works = parseWorks(raw, context);
  const products = parseProducts(raw);
  const others = parseOthers(raw, context);
  if (works.ok && products.ok && others.ok) {
    const answers = { works: works.answers, products: products.answers, others: others.answers };
    const errors = checkRules(answers, context.obligees);
    return errors.length > 0 ? { ok: false, errors } : { ok: true, answers };
  }
  const errors = [works, products, others].flatMap((step) => (step.ok ? [] : step.errors));
  // A wrong telephone number on the third tab must not hide that the case cannot be electronic at all.
  if (works.ok && !products.ok) errors.push(...checkPeriod(works.answers), ...checkYears(works.answers));
  if (works.ok && products.ok)
    errors.push(
      ...checkRules(
        { works: works.answers, products: products.answers, others: {} as Answers["others"] },
        context.obligees,
      ),
    );
  else {
    const told = new Set(errors.map(({ field }) => field));
    errors.push(...checkReadable(raw, context).filter(({ field }) => !told.has(field)));
  }
  return { ok: false, errors };
}

/** The whole application in the words that the confirm page, the branch and every copy show; frozen at sending. */
export function summarizeApplication(answers: Answers, context: Context): SummarySection[] {
  const { works, products, others } = answers;
  return [
    {
      step: "works",
      title: "請負工事の情報",
      groups: [{ title: null, rows: summarizeWorks(works, context) }],
    },
    {
      step: "products",
      title: "保証の申込内容",
      groups: [
        { title: "前払金保証", rows: summarizeAdvance(products.advance, works.contractYen) },
        { title: "契約保証", rows: summarizePerformance(products.performance, works.contractYen) },
        { title: "中間前払金保証", rows: summarizeInterim(products, works.contractYen) },
      ],
    },
    { step: "others", title: "その他", groups: [{ title: null, rows: summarizeOthers(others, context) }] },
  ];
}
