import type { Product } from "#lib/core/generated/prisma/enums.ts";
import type { AnsweredLine, Group, Line, Lines } from "./lines/line.ts";
import { OTHERS_LINES } from "./lines/others.ts";
import { PRODUCT_LINES } from "./lines/products.ts";
import { WORKS_LINES } from "./lines/works.ts";

/** Version of the questions; frozen with every sending. Raise it when a question, its words or its meaning change. */
export const FORM_VERSION = 2;

/** Longest text of one line and of the free message, in characters. */
export const MAX_LINE = 200;
export const MAX_MESSAGE = 2000;

/** Rows of 年度割, and of a joint venture's members beside the representative. */
export const YEAR_ROWS = [1, 2, 3, 4, 5, 6] as const;
export const JV_ROWS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
export const ROWS = { years: YEAR_ROWS, members: JV_ROWS } as const;
export type RowGroup = keyof typeof ROWS;
export type RowOf<G extends RowGroup> = (typeof ROWS)[G][number];

export const LINES = { ...WORKS_LINES, ...PRODUCT_LINES, ...OTHERS_LINES } as const;
export type LineName = keyof typeof LINES;

type FieldOf<Name extends LineName> = Name extends `${infer Start}#`
  ? `${Start}${RowOf<Extract<(typeof LINES)[Name]["group"], RowGroup>>}`
  : Name;

/** The name of one control, which is its id too; a question that is asked in rows has one a row. */
export type FieldName = { [Name in LineName]: FieldOf<Name> }[LineName];

const isRowGroup = (group: Group): group is RowGroup => Object.hasOwn(ROWS, group);

/** A question at one field: its line, the key of its answer, and the number of its row. */
export type Question = Line & { key: string; row: number | null };

/** Each field with its question; those of a row stand together, row by row. */
function fieldsIn(lines: Lines): [field: string, question: Question][] {
  const named = Object.entries(lines);
  const keyOf = (name: string, { storedAs }: Line) => storedAs ?? name;
  return named.flatMap(([name, line], at): [string, Question][] => {
    const { group } = line;
    if (!isRowGroup(group)) return [[name, { ...line, key: keyOf(name, line), row: null }]];
    if (named[at - 1]?.[1].group === group) return [];
    const row = named.filter(([, other]) => other.group === group);
    return ROWS[group].flatMap((n) =>
      row.map(([name, line]): [string, Question] => [
        name.replace("#", `${n}`),
        { ...line, label: line.label.replace("#", `${n}`), key: keyOf(name, line), row: n },
      ]),
    );
  });
}

/** Every field of the three tabs with its question, in the order of the form. */
export const QUESTIONS = Object.fromEntries(fieldsIn(LINES)) as Record<FieldName, Question>;
export const FIELD_NAMES = Object.keys(QUESTIONS) as FieldName[];

/** The label of every field. */
export const FIELDS = Object.fromEntries(
  FIELD_NAMES.map((field) => [field, QUESTIONS[field].label]),
) as Record<FieldName, string>;

/** The fields whose questions are so. */
export function fieldsWhere(is: (question: Question) => boolean): FieldName[] {
  return FIELD_NAMES.filter((field) => is(QUESTIONS[field]));
}

/** 中間前払金 is paid only where all of these hold (docs/domain.md 3.1); each is a box to tick. */
export const INTERIM_CONDITIONS = fieldsWhere(({ kind }) => kind === "condition");

/** Whether a question has an answer of its own, unlike the boxes. */
export function isAnswered<L extends Line>(line: L): line is L & AnsweredLine {
  return line.kind !== "apply" && line.kind !== "condition";
}

/** The groups of the second tab, a product each, with their titles. */
export const PRODUCT_GROUPS = {
  advance: "前払金保証",
  performance: "契約保証",
  interim: "中間前払金保証",
} as const satisfies Record<Product, string>;
export const PRODUCTS_ASKED = Object.keys(PRODUCT_GROUPS) as Product[];

/** A tab of the form. A save posts it, and a submission stores it, under the name `step`. */
export type TabSlug = "works" | "products" | "others";

/** The three tabs, in order. */
export const TABS: readonly { slug: TabSlug; title: string; fields: readonly FieldName[] }[] = [
  { slug: "works", title: "請負工事の情報", fields: namesIn(WORKS_LINES) },
  { slug: "products", title: "保証の申込内容", fields: namesIn(PRODUCT_LINES) },
  { slug: "others", title: "その他", fields: namesIn(OTHERS_LINES) },
];

function namesIn(lines: Lines): FieldName[] {
  return fieldsIn(lines).map(([field]) => field as FieldName);
}

/** The tab that asks for a field. */
export function tabOf(field: FieldName): TabSlug {
  return TABS.find((tab) => tab.fields.includes(field))?.slug ?? "works";
}
