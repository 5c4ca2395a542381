import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { withClient } from "#lib/cli/database/connect.ts";
import { cloneTemplate } from "#lib/cli/database/temporary.ts";
import { installQueue } from "#lib/jobs/queue.ts";

let database: Awaited<ReturnType<typeof cloneTemplate>>;
beforeAll(async () => {
  database = await cloneTemplate(inject("database"));
});
afterAll(() => database.drop());

it("every start installs the queue again on a database that has it", async () => {
  await expect(installQueue(database.ownerUrl)).resolves.toBeUndefined();
  await expect(installQueue(database.ownerUrl)).resolves.toBeUndefined();
});

it("jobs that come by the clock are in the queue's own schedule, so that many workers start each once", async () => {
  await installQueue(database.ownerUrl);
  const { rows } = await withClient(database.ownerUrl, (client) =>
    client.query("SELECT name, cron, timezone FROM pgboss.schedule ORDER BY name"),
  );
  expect(rows).toEqual([
    { name: "attachment.sweep", cron: "*/10 * * * *", timezone: "Asia/Tokyo" },
    { name: "notice.remind", cron: "0 8 * * *", timezone: "Asia/Tokyo" },
  ]);
});
