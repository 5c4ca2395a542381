import "server-only";
import type { ContractorScope } from "#lib/auth/scope.ts";
import { now, today } from "#lib/core/clock.ts";
import { inScope, type Tx } from "#lib/core/db.ts";
import { newId } from "#lib/core/ids.ts";
import { type Refused, refused } from "#lib/core/result.ts";
import { foldName } from "#lib/core/text.ts";
import { warnUnprintable } from "#lib/features/applications/commands.ts";
import { findApplication, getContext, lockApplication } from "#lib/features/applications/queries.ts";
import { isEditable } from "#lib/features/applications/status.ts";
import { recordAudit } from "#lib/features/audit/commands.ts";
import { bankDirectory } from "#lib/features/banks/queries.ts";
import { nameOfCode } from "#lib/features/banks/rules.ts";
import { findCompany } from "#lib/features/companies/queries.ts";
import { draftOf } from "#lib/features/companies/rules.ts";
import { type FieldName, fieldsWhere, QUESTIONS, type TabSlug } from "#lib/features/questions/constants.ts";
import { isSent } from "#lib/features/questions/steps/cases.ts";
import { type ProposalName, propose } from "#lib/features/questions/steps/years.ts";
import type { RawDraft } from "#lib/features/questions/types.ts";
import { findLatestSent } from "./queries.ts";
import { mergeDraft, readEdits } from "./rules.ts";
import type { Based, Saved } from "./types.ts";

/** Begins an application with the company's 会社情報. Returns its id. */
export async function createDraft(scope: ContractorScope): Promise<string> {
  return inScope(scope, async (tx) => {
    const company = await findCompany(tx, scope);
    return insertDraft(tx, scope, company.name, draftOf(company));
  });
}

/** `typed`: the answers count as typed by somebody, unlike those that come with every draft. */
async function insertDraft(
  tx: Tx,
  scope: ContractorScope,
  companyName: string,
  draft: RawDraft,
  { typed = false } = {},
) {
  const id = newId();
  const at = now();
  const mark = { version: 0, editor: "", by: scope.actorName, at: at.toISOString() };
  const fields = Object.fromEntries(typed ? Object.keys(draft).map((field) => [field, mark]) : []);
  await tx.application.create({
    data: {
      id,
      companyId: scope.partyId,
      status: "draft",
      draft,
      draftEdits: { fields, lanes: {} },
      workName: "",
      obligeeTitle: "",
      ...(await draftTitles(tx, draft)),
      companyName,
      products: [],
      guaranteedYen: 0n,
      revision: 0,
      version: 0,
      createdAt: at,
      savedAt: at,
    },
  });
  await recordAudit(tx, scope, "application.created", { applicationId: id }, {});
  return id;
}

/**
 * Saves what was typed in some fields, valid or not; other fields stay as they are. A field that another window or
 * person changed after `based.version` also stays, and is returned as a conflict with both texts. A late save never
 * changes a submission.
 */
export async function saveDraft(
  scope: ContractorScope,
  id: string,
  fields: RawDraft,
  based: Based | null = null,
  step: TabSlug | null = null,
): Promise<Saved | Refused<"not_found" | "not_editable" | "deleted">> {
  return inScope(scope, async (tx) => {
    const application = await lockApplication(tx, id);
    if (!application) return refused("not_found");
    if (!isEditable(application.status)) return refused("not_editable");
    if (application.deletedAt !== null) return refused("deleted");
    const at = now();
    const kept = {
      draft: application.draft,
      version: application.draftVersion,
      edits: readEdits(application.draftEdits),
    };
    const by = { name: scope.actorName, at: at.toISOString() };
    const { draft, version, edits, written, changed, conflicts } = mergeDraft(kept, fields, by, based, step);
    const saved = Object.fromEntries(written.map((field) => [field, draft[field] ?? ""]));
    // The branch's lists show a returned application as it was sent, so unsent text must not appear there.
    const titles = application.status === "draft" ? await draftTitles(tx, saved) : {};
    await tx.application.updateMany({
      where: { id },
      data: { draft, draftVersion: version, draftEdits: edits, savedAt: at, ...titles },
    });
    return { version, savedAt: at, changed, conflicts, warnings: warnUnprintable(draft) };
  });
}

/** The fields with a bank's code in words, as the browser spells it when its field is left. */
export function spellBanks(fields: RawDraft): RawDraft {
  const { index } = bankDirectory();
  const spelled = fieldsWhere(({ kind }) => kind === "bank").flatMap((field) => {
    const name = nameOfCode(index, fields[field] ?? "");
    return name === null ? [] : [[field, name]];
  });
  return { ...fields, ...Object.fromEntries(spelled) };
}

/** Fills in what the form proposes for the present draft; an outdated proposal changes nothing. */
export async function takeProposal(scope: ContractorScope, id: string, name: ProposalName) {
  const kept = await inScope(scope, (tx) => findApplication(tx, id));
  const proposal = kept && propose(name, kept.draft, today());
  return saveDraft(scope, id, proposal?.fields ?? {});
}

/** The names of a draft in the contractor's own list. */
async function draftTitles(tx: Tx, { workName, obligee }: RawDraft) {
  const context = obligee === undefined ? null : await getContext(tx);
  return {
    ...(workName === undefined ? {} : { workName: foldName(workName).slice(0, 200) }),
    ...(context
      ? { obligeeTitle: context.obligees.find((choice) => choice.id === obligee)?.title ?? "" }
      : {}),
  };
}

/** Deletes a draft: it leaves the lists and can be restored. An application that was sent once is never deleted. */
export async function deleteDraft(
  scope: ContractorScope,
  id: string,
): Promise<{ id: string } | Refused<"not_found" | "not_editable">> {
  return inScope(scope, async (tx) => {
    const application = await lockApplication(tx, id);
    if (!application) return refused("not_found");
    if (application.status !== "draft") return refused("not_editable");
    if (application.deletedAt !== null) return { id };
    await tx.application.updateMany({ where: { id, status: "draft" }, data: { deletedAt: now() } });
    await recordAudit(tx, scope, "application.draft_deleted", { applicationId: id }, {});
    return { id };
  });
}

/** Restores a deleted draft unchanged. */
export async function restoreDraft(
  scope: ContractorScope,
  id: string,
): Promise<{ id: string } | Refused<"not_found">> {
  return inScope(scope, async (tx) => {
    const application = await lockApplication(tx, id);
    if (!application) return refused("not_found");
    if (application.deletedAt === null) return { id };
    await tx.application.updateMany({ where: { id }, data: { deletedAt: null } });
    await recordAudit(tx, scope, "application.draft_restored", { applicationId: id }, {});
    return { id };
  });
}

/**
 * Begins an application with the answers of a submission, the last one unless an id is passed. What belongs to the
 * earlier works (number, dates, the message to the branch) is left out. Returns the new draft's id.
 */
export async function duplicateApplication(
  scope: ContractorScope,
  id?: string,
): Promise<{ id: string } | Refused<"not_found">> {
  return inScope(scope, async (tx) => {
    const source = id === undefined ? await findLatestSent(tx) : await findApplication(tx, id);
    if (!source || source.receiptNumber === null) return refused("not_found");
    const { name } = await findCompany(tx, scope);
    // What was typed for a product that was not applied for was never sent.
    const answers = (Object.entries(source.draft) as [FieldName, string][]).filter(
      ([field]) => QUESTIONS[field]?.duplicated && isSent(field, source.draft),
    );
    const duplicateId = await insertDraft(tx, scope, name, Object.fromEntries(answers), { typed: true });
    await recordAudit(
      tx,
      scope,
      "application.copied",
      { applicationId: duplicateId },
      { from: source.receiptNumber },
    );
    return { id: duplicateId };
  });
}
