import { jobScope } from "#lib/auth/scope.ts";
import { storeDocuments } from "#lib/features/certificates/commands.ts";
import { presentKeyNotice } from "#lib/features/certificates/present.ts";
import { findCertificateContent } from "#lib/features/certificates/queries.ts";
import { openKey } from "#lib/features/keys/commands.ts";
import { findStoredKey } from "#lib/features/keys/queries.ts";
import { tellReissue } from "#lib/features/reissues/commands.ts";
import { findKeyed } from "#lib/features/reissues/queries.ts";
import { renderKeyNotice } from "#lib/pdf/render.ts";
import type { PayloadOf } from "../definitions/registry.ts";
import type { StepRunner } from "../steps.ts";

/**
 * Makes the key notice of a reissued key, then tells the contractor. If the key was reissued again meanwhile, the newer
 * job does it and this one has nothing left to do.
 */
export async function keyNoticeJob(
  { guaranteeId, branchId, version }: PayloadOf<"key.notice">,
  run: StepRunner,
): Promise<void> {
  const scope = jobScope(branchId);
  await run.step(scope, "document", async (tx) => {
    const stored = await findStoredKey(tx, guaranteeId);
    if (stored?.version !== version) return;
    const content = await findCertificateContent(tx, guaranteeId);
    if (!content) throw new Error("a guarantee with a new key has its certificate");
    const pdf = await renderKeyNotice(presentKeyNotice(content, openKey(stored)));
    await storeDocuments(tx, guaranteeId, [{ kind: "key_notice", version, pdf }]);
  });
  await run.step(scope, "tell", async (tx) => {
    const guarantee = await findKeyed(tx, guaranteeId);
    const stored = await findStoredKey(tx, guaranteeId);
    if (guarantee && stored?.version === version)
      await tellReissue(tx, scope, guarantee, "key_reissued", String(version));
  });
}
