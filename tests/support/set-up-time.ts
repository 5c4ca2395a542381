import { beforeAll, beforeEach } from "vitest";

declare module "vitest" {
  interface TaskMeta {
    /** How long the hooks of the file ran before its first test. */
    setUpMs?: number;
  }
}

// A report knows how long each test took, but not the hooks before the first one, in which a file may spend minutes.
let begunAt: number | undefined;

beforeAll(() => {
  begunAt = performance.now();
});

beforeEach(({ task }) => {
  if (begunAt === undefined) return;
  task.meta.setUpMs = performance.now() - begunAt;
  begunAt = undefined;
});
