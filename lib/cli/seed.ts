import { closeDatabase } from "#lib/core/db.ts";
import { env } from "#lib/core/env.ts";
import { closeQueue } from "#lib/jobs/queue.ts";

// Seeds the demo with the unprivileged login and the product's own commands, like every other write. A real
// installation brings its own masters and is never seeded.
if (env().demo) {
  const { seedDemo } = await import("#prisma/seed/demo.ts");
  if ((await seedDemo()) === "seeded") console.info("The demo is seeded.");
  await closeQueue();
  await closeDatabase();
}
