import { closeDatabase } from "#lib/core/db.ts";
import { closeQueue } from "#lib/jobs/queue.ts";
import { seedDemo } from "#prisma/seed/demo.ts";

// Seeds the demo through the unprivileged login and the commands of the product, like every other writer.
const outcome = await seedDemo();
if (outcome === "seeded") console.info("The demo is seeded.");
await closeQueue();
await closeDatabase();
