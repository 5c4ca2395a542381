import { closeDatabase } from "#lib/core/db.ts";
import { env } from "#lib/core/env.ts";
import { closeQueue } from "#lib/jobs/queue.ts";

// Seeds the demo through the unprivileged login and the commands of the product, like every other writer. A real
// installation is never seeded: its masters are its own.
if (env().demo) {
  const { seedDemo } = await import("#prisma/seed/demo.ts");
  if ((await seedDemo()) === "seeded") console.info("The demo is seeded.");
  await closeQueue();
  await closeDatabase();
}
