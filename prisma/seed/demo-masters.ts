import { hashPassword } from "#lib/auth/password.ts";
import { systemScope } from "#lib/auth/scope.ts";
import { inScope } from "#lib/core/db.ts";
import { handoverRoutes } from "./handover-routes.ts";
import * as masters from "./masters.ts";

/** Writes the demo's masters and logins; existing ones stay as they are. */
export async function seedMasters(): Promise<void> {
  const passwordHash = await hashPassword(masters.DEMO_PASSWORD);
  await inScope(systemScope, async (tx) => {
    await tx.guarantor.createMany({ data: [masters.guarantor], skipDuplicates: true });
    await tx.branch.createMany({ data: [masters.kanagawa, masters.shizuoka], skipDuplicates: true });
    await tx.obligee.createMany({
      data: [masters.odawara, masters.mihon, masters.mihonTown],
      skipDuplicates: true,
    });
    await tx.obligeeRule.createMany({ data: masters.rules, skipDuplicates: true });
    await tx.handoverRoute.createMany({ data: handoverRoutes, skipDuplicates: true });
    await tx.consignedBank.createMany({ data: masters.consignedBanks, skipDuplicates: true });
    await tx.company.createMany({ data: [masters.marumaru, masters.sankaku], skipDuplicates: true });
    await tx.user.createMany({
      data: Object.values(masters.users).map((user) => ({ ...user, passwordHash })),
      skipDuplicates: true,
    });
  });
}
