import { expect, inject, it } from "vitest";
import { cloneTemplate } from "#lib/cli/database/temporary.ts";
import { installQueue } from "#lib/jobs/queue.ts";

it("the queue is installed anew by every start on a database that has it", async () => {
  const { ownerUrl, drop } = await cloneTemplate(inject("database"));
  try {
    await expect(installQueue(ownerUrl)).resolves.toBeUndefined();
    await expect(installQueue(ownerUrl)).resolves.toBeUndefined();
  } finally {
    await drop();
  }
});
