import { afterAll, beforeAll, expect, test } from "vitest";
import { inScope } from "#lib/core/db.ts";
import { postMail } from "#lib/mail/outbox.ts";
import { staff } from "#prisma/seed/factories.ts";
import { until } from "#tests/support/until.ts";
import { openWorld, rowsThatExist, type World } from "#tests/support/world.ts";

let world: World;

beforeAll(async () => {
  world = await openWorld(); // with the real limit of 20 s: nothing here waits for it
  await world.startWorker();
});
afterAll(() => world.close());

const post = (recipient: string) =>
  inScope(staff, (tx) =>
    postMail(
      tx,
      { topic: `test:${recipient}`, recipient, branchId: staff.partyId },
      { subject: "件名", text: "本文", html: "<p>本文</p>" },
    ),
  );

const rowsOf = (prefix: string) =>
  rowsThatExist<{ recipient: string; status: string; attempts: number }>(
    world.urls,
    "SELECT recipient, status::text, attempts FROM outbox_mails WHERE recipient LIKE $1 || '%' ORDER BY 1",
    [prefix],
  );

test("Recipients on whom the server hangs neither delay nor repeat anybody else's mail", async () => {
  const hanging = ["hanging0@x.example", "hanging1@x.example", "hanging2@x.example"];
  for (const recipient of hanging) world.mail.treat(recipient, "hang");
  for (const recipient of hanging) await post(recipient);
  await until("all three hang", () => hanging.every((address) => world.mail.attempts.has(address)));

  const healthy = Array.from({ length: 30 }, (_, n) => `healthy${String(n).padStart(2, "0")}@x.example`);
  const refused = ["refused0@x.example", "refused1@x.example"];
  for (const recipient of refused) world.mail.treat(recipient, { at: "recipient", code: 550 });
  for (const recipient of [...refused, ...healthy]) await post(recipient);
  await until(
    "all healthy ones sent",
    async () => (await rowsOf("healthy")).every(({ status }) => status === "sent"),
    { everyMs: 100, seen: () => rowsOf("healthy") },
  );

  // The first try of the hanging mails is still going on; nobody waited for its end.
  expect(await rowsOf("hanging")).toEqual(
    hanging.map((recipient) => ({ recipient, status: "queued", attempts: 1 })),
  );
  expect(await rowsOf("healthy")).toEqual(
    healthy.map((recipient) => ({ recipient, status: "sent", attempts: 1 })),
  );
  expect(world.mail.accepted.map(({ recipient }) => recipient).sort()).toEqual(healthy);
});
