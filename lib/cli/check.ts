import { architecture, runChecks, staticChecks } from "#lib/cli/checks.ts";
import { runCommand } from "#lib/cli/failure.ts";

await runCommand(async () => {
  const { failed } = await runChecks([...staticChecks, architecture]);
  return failed.length === 0 ? 0 : 1;
});
