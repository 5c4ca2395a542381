import { spawn } from "node:child_process";
import { checkout, inCheckout } from "#lib/cli/paths.ts";
import { type Part, saidUp } from "#lib/cli/stack/supervisor.ts";

/** A part that is one of our Node processes, `lib/cli/<name>.ts`, with these variables. */
export function nodePart(
  name: "web" | "worker" | "mailbox",
  env: NodeJS.ProcessEnv,
  onProcess: Part["onProcess"],
): Part {
  // Server-only modules refuse to load without this condition; Next sets it by itself where it applies. Drawing a
  // page makes much garbage that lives shortly: with 64 MB for it pages answered a fifth more often.
  const options = name === "web" ? ["--max-semi-space-size=64"] : ["--conditions=react-server"];
  return {
    name,
    start: () =>
      spawn(
        process.execPath,
        [...options, "--disable-warning=ExperimentalWarning", inCheckout(`lib/cli/${name}.ts`)],
        {
          cwd: checkout,
          env,
          // A session of its own: Ctrl-C reaches only the start, which then ends the parts in their order.
          detached: true,
          stdio: ["ignore", "inherit", "inherit", "ipc"],
        },
      ),
    up: saidUp,
    stopSignal: "SIGTERM",
    stopPatienceMs: 22_000,
    onProcess,
  };
}

/**
 * Runs one of our commands as a child process with its own variables (the seed must not have the owner's address) and
 * returns its exit code. The signal ends it.
 */
export async function runToEnd(name: string, env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<number> {
  const args = [
    "--conditions=react-server",
    "--disable-warning=ExperimentalWarning",
    inCheckout(`lib/cli/${name}.ts`),
  ];
  const child = spawn(process.execPath, args, {
    cwd: checkout,
    env,
    signal,
    stdio: ["ignore", "inherit", "inherit"],
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve(code ?? 1));
  });
}
