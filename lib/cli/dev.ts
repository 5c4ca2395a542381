import { runStack } from "#lib/cli/stack/run.ts";

await runStack(true);
