import { branchScope, contractorScope, obligeeScope } from "#lib/auth/scope.ts";
import { isRefused } from "#lib/core/result.ts";
import { submitApplication, withdrawApplication } from "#lib/features/applications/commands.ts";
import type { AttachmentKind } from "#lib/features/attachments/constants.ts";
import { createDraft, saveDraft } from "#lib/features/drafts/commands.ts";
import {
  approveApplication,
  beginExamination,
  declineApplication,
  issueGuarantees,
  returnApplication,
} from "#lib/features/examinations/commands.ts";
import type { RawDraft } from "#lib/features/questions/types.ts";
import { storeUpload } from "#lib/features/uploads/commands.ts";
import { interimOnly, leafletCase } from "./cases.ts";
import { kanagawa, marumaru, mihon, odawara, sankaku, shizuoka, users } from "./masters.ts";

// Builders that speak the domain: the demo tells its stories with them, and so do the tests.

export const contractor = contractorScope(marumaru.id, users.contractor);
export const otherContractor = contractorScope(sankaku.id, users.contractor2);
export const staff = branchScope(kanagawa.id, users.staff, false);
export const approver = branchScope(kanagawa.id, users.approver, true);
export const otherStaff = branchScope(shizuoka.id, users.staff2, false);
export const otherApprover = branchScope(shizuoka.id, users.approver2, true);
export const odawaraOfficial = obligeeScope(odawara.id, users.odawara);
export const mihonOfficial = obligeeScope(mihon.id, users.mihon);

export type Built = { id: string; version: number; receiptNumber: string };

function must<T>(outcome: T): Exclude<T, { refused: string } | { errors: unknown }> {
  if (isRefused(outcome)) throw new Error(`refused: ${JSON.stringify(outcome)}`);
  if (typeof outcome === "object" && outcome !== null && "errors" in outcome)
    throw new Error(`invalid: ${JSON.stringify(outcome)}`);
  return outcome as Exclude<T, { refused: string } | { errors: unknown }>;
}

/** Begins an application, by default the leaflet's case: `anApplication().named("…").submitted()`. */
export function anApplication(by = contractor) {
  let draft: RawDraft = { ...leafletCase };
  const files: { kind: AttachmentKind; fileName: string; bytes: Uint8Array }[] = [];
  let at: { staff: typeof staff; approver: typeof approver } = { staff, approver };

  const builder = {
    with(fields: RawDraft) {
      draft = { ...draft, ...fields };
      return builder;
    },
    named: (workName: string) => builder.with({ workName }),
    forObligee: (obligee: { id: string }) => builder.with({ obligee: obligee.id }),
    onPaper: () => builder.with({ advanceForm: "paper", performanceForm: "paper" }),
    advanceOnly: () => builder.with({ performanceApply: "" }),
    performanceOnly: () => builder.with({ advanceApply: "" }),
    interimOnly: () => builder.with(interimOnly),
    toKanagawa() {
      at = { staff, approver };
      return builder.with({ branch: kanagawa.id });
    },
    toShizuoka() {
      at = { staff: otherStaff, approver: otherApprover };
      return builder.with({ branch: shizuoka.id });
    },
    attaching(kind: AttachmentKind, fileName: string, bytes: Uint8Array) {
      files.push({ kind, fileName, bytes });
      return builder;
    },
    async drafted(): Promise<string> {
      const id = await createDraft(by);
      must(await saveDraft(by, id, draft));
      for (const { kind, fileName, bytes } of files) {
        async function* body() {
          yield bytes;
        }
        must(await storeUpload(by, { applicationId: id, kind, fileName, body: body() }));
      }
      return id;
    },
    async submitted(): Promise<Built> {
      const id = await builder.drafted();
      const { receiptNumber } = must(await submitApplication(by, id, 0));
      return { id, version: 1, receiptNumber };
    },
    async withdrawn(): Promise<Built> {
      const built = await builder.submitted();
      must(await withdrawApplication(by, built));
      return { ...built, version: built.version + 1 };
    },
    async examining(): Promise<Built> {
      const built = await builder.submitted();
      return { ...built, ...must(await beginExamination(at.staff, built)) };
    },
    async returned(reason: string): Promise<Built> {
      const built = await builder.examining();
      return { ...built, ...must(await returnApplication(at.staff, { ...built, reason })) };
    },
    async refused(reason: string): Promise<Built> {
      const built = await builder.examining();
      return { ...built, ...must(await declineApplication(at.staff, { ...built, reason })) };
    },
    async approved(): Promise<Built> {
      const built = await builder.examining();
      return { ...built, ...must(await approveApplication(at.approver, built)) };
    },
    /** 発行 pressed; the worker does the rest. */
    async ordered(): Promise<Built> {
      const built = await builder.approved();
      return { ...built, ...must(await issueGuarantees(at.staff, { ...built, premiumReceived: true })) };
    },
  };
  return builder;
}
