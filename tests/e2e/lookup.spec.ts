import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { makeKey } from "#lib/features/keys/rules.ts";
import { expect, test } from "#tests/support/e2e-fixtures.ts";
import type { Login } from "#tests/support/e2e-people.ts";
import type { Watch } from "#tests/support/e2e-watch.ts";
import { ApplicationForm } from "./pages/application-form.ts";
import { BranchCase } from "./pages/branch-case.ts";
import { leafletCase, unique } from "./pages/cases.ts";
import { Desk } from "./pages/desk.ts";
import { Verify } from "./pages/verify.ts";

/** Issues both products electronically, for Odawara by default. */
async function issued(as: (login: Login) => Promise<Page>, watch: Watch, obligee = "小田原市長") {
  const workName = `照会工事 ${unique()}`;
  const contractor = await as("contractor");
  const application = leafletCase(workName, { works: { 発注者: obligee } });
  await BranchCase.issueAll(await as("branch"), await ApplicationForm.apply(contractor, application));
  const desk = new Desk(contractor);
  const advance = await desk.openKey(workName, "前払金保証", watch);
  const performance = await desk.openKey(workName, "契約保証", watch);
  return { workName, advance, performance };
}

/** One letter replaced by another, so that the check character no longer fits. */
function slip(key: string): string {
  return (key.startsWith("P") ? "Q" : "P") + key.slice(1);
}

test("another city sees nothing of a guarantee, with the right number and key", async ({ as, watch }) => {
  const { workName, advance } = await issued(as, watch);
  const mihon = await as("mihon");
  const verify = await Verify.open(mihon);
  await verify.lookUp(advance);
  await expect(verify.failure).toBeVisible();
  await expect(mihon.getByRole("main")).not.toContainText(workName);

  const odawara = await Verify.open(await as("odawara"));
  await odawara.lookUp(advance);
  await odawara.showsCertificateOf(workName);
  // The address of a result works only for its official.
  watch.allow(/status of 404/);
  const answer = await mihon.goto(odawara.page.url());
  expect(answer?.status()).toBe(404);
});

test("five wrong keys make the official wait, for this number only, and nobody else", async ({
  as,
  watch,
}) => {
  const { workName, advance, performance } = await issued(as, watch);
  const theirs = await issued(as, watch, "見本市長");
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
