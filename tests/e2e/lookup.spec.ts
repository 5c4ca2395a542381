import { randomBytes } from "node:crypto";
import { makeKey } from "#lib/features/keys/rules.ts";
import { mihon, odawara } from "#prisma/seed/masters.ts";
import { expect, test } from "#tests/support/e2e-fixtures.ts";
import { quietCase, type Records } from "#tests/support/e2e-records.ts";
import { unique } from "./pages/cases.ts";
import { Verify } from "./pages/verify.ts";

/** Issues both products electronically, for Odawara by default. */
async function issued(records: Records, obligee = odawara) {
  const workName = `照会工事 ${unique()}`;
  await records.issued(workName, { ...quietCase, obligee: obligee.id });
  const advance = await records.keyOf(workName, "前払金保証");
  const performance = await records.keyOf(workName, "契約保証");
  return { workName, advance, performance };
}

/** One letter replaced by another, so that the check character no longer fits. */
function slip(key: string): string {
  return (key.startsWith("P") ? "Q" : "P") + key.slice(1);
}

test("another city sees nothing of a guarantee, with the right number and key", async ({
  as,
  records,
  watch,
}) => {
  const { workName, advance } = await issued(records);
  const stranger = await as("mihon");
  const verify = await Verify.open(stranger);
  await verify.lookUp(advance);
  await expect(verify.failure).toBeVisible();
  await expect(stranger.getByRole("main")).not.toContainText(workName);

  const theirs = await Verify.open(await as("odawara"));
  await theirs.lookUp(advance);
  await theirs.showsCertificateOf(workName);
  // The address of a result works only for its official.
  watch.allow(/status of 404/);
  const answer = await stranger.goto(theirs.page.url());
  expect(answer?.status()).toBe(404);
});

test("five wrong keys make the official wait, for this number only, and nobody else", async ({
  as,
  records,
}) => {
  const { workName, advance, performance } = await issued(records);
  const theirs = await issued(records, mihon);
  const verify = await Verify.open(await as("odawara"));
  for (let slips = 0; slips < 6; slips++) {
    await verify.lookUp({ number: advance.number, key: slip(advance.key) });
    await expect(verify.failure).toBeVisible();
  }
  for (let tries = 0; tries < 5; tries++) {
    await verify.lookUp({ number: advance.number, key: performance.key });
    await expect(verify.failure).toBeVisible();
    await expect(verify.wait).toHaveCount(0);
  }
  await verify.lookUp({ number: advance.number, key: performance.key });
  await expect(verify.wait).toBeVisible();
  await verify.lookUp(advance);
  await expect(verify.wait, "the right key is not looked at either").toBeVisible();
  await expect(verify.page.getByRole("main")).not.toContainText(workName);

  await verify.lookUp(performance);
  await verify.showsCertificateOf(workName);
  const other = await Verify.open(await as("mihon"));
  await other.lookUp(advance);
  await expect(other.failure, "another official does not wait").toBeVisible();
  await other.lookUp(theirs.advance);
  await other.showsCertificateOf(theirs.workName);
});

test("a number that does not exist makes wait in the same way", async ({ as }) => {
  const verify = await Verify.open(await as("mihon"));
  const number = `9${unique().replace(/\D/g, "7").slice(0, 4)}-99999C`;
  for (let tries = 0; tries < 5; tries++) {
    await verify.lookUp({ number, key: makeKey(randomBytes) });
    await expect(verify.failure).toBeVisible();
  }
  await verify.lookUp({ number, key: makeKey(randomBytes) });
  await expect(verify.wait).toBeVisible();
});
