import type { HandoverStage } from "#lib/core/generated/prisma/enums.ts";
import { formatYen } from "#lib/core/money.ts";
import { foldName } from "#lib/core/text.ts";
import { FIRST_VERSION } from "#lib/features/certificates/constants.ts";
import { BODY_FIELDS, type BodyField, KEY_NOTICE } from "./constants.ts";
import type { HandoverFacts, HandoverRoute, HandoverText } from "./types.ts";

type RouteText = Pick<HandoverRoute, "section" | "subjectTemplate" | "bodyFields" | "otherPapers" | "demo">;

/** Which route a key takes: that of a first certificate, or that of one which a change made. */
export function stageOf(certificateVersion: number): HandoverStage {
  return certificateVersion === FIRST_VERSION ? "initial" : "change";
}

/** A fact as a text states it; empty when it is missing. */
function wordOf(facts: HandoverFacts, field: BodyField): string {
  if (field === "guaranteeYen") return formatYen(facts.guaranteeYen);
  return foldName(facts[field] ?? "");
}

/**
 * The subject of a route: {placeholders} named as in BODY_FIELDS are replaced once and on one line, so that braces or
 * line ends in a 工事名 stay text. A missing fact takes the blank after it along.
 * @throws Error for an unknown placeholder.
 */
function subjectOf(template: string, facts: HandoverFacts): string {
  const filled = template.replace(/\{(\w+)\}([ \u3000]*)/g, (_, name: string, blank: string) => {
    if (!Object.hasOwn(BODY_FIELDS, name)) throw new Error(`a route's subject asks for {${name}}`);
    const word = wordOf(facts, name as BodyField);
    return word && word + blank;
  });
  return foldName(filled.replace(/[ \u3000]{2,}/g, " "));
}

/**
 * The exact subject and text that an obligee wants with a key notice (docs/domain.md 5.2). Missing facts are left out.
 */
export function composeHandover(route: RouteText, facts: HandoverFacts): HandoverText {
  const fields = route.bodyFields.flatMap((field) => {
    const value = wordOf(facts, field);
    return value === "" ? [] : [{ label: BODY_FIELDS[field], value }];
  });
  const body = [
    ...(route.demo ? ["（デモ用の文面です）", ""] : []),
    route.section === "" ? `${facts.obligeeTitle} 様` : `${facts.obligeeName} ${route.section} 御中`,
    "",
    `いつもお世話になっております。${foldName(facts.contractor)}です。`,
    `次の工事の${KEY_NOTICE}を、添付のとおり提出します。`,
    "保証契約の内容は、お知らせに記載の保証契約番号と認証キーで、保証確認サービスからご確認ください。",
    "",
    ...fields.map(({ label, value }) => `${label}：${value}`),
    "",
    `添付：${KEY_NOTICE}`,
    ...(route.otherPapers.length > 0 ? [`そのほかの提出書類：${route.otherPapers.join("、")}`] : []),
    "",
  ].join("\n");
  return { subject: subjectOf(route.subjectTemplate, facts), body, fields };
}
