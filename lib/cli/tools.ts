import { spawn } from "node:child_process";
import { checkout, inCheckout } from "#lib/cli/paths.ts";
import { inheritedEnv } from "#lib/core/env.ts";

/** The scripts of the dependencies' tools, to be run on this Node. */
const scripts = {
  biome: "@biomejs/biome/bin/biome",
  knip: "knip/bin/knip.js",
  next: "next/dist/bin/next",
  playwright: "@playwright/test/cli.js",
  tsc: "typescript/bin/tsc",
  vitest: "vitest/vitest.mjs",
} as const;

/** A tool's exit code and output. */
export type ToolRun = { code: number; output: string };

/**
 * Runs a tool of the dependencies in the checkout. `print` shows its output as it comes. The tool leads a process group
 * of its own, so that stopping a run stops everything that it started.
 */
export function runTool(
  tool: keyof typeof scripts,
  args: string[],
  options: { env?: Record<string, string>; print?: boolean } = {},
): Promise<ToolRun> {
  const child = spawn(process.execPath, [inCheckout("node_modules", scripts[tool]), ...args], {
    cwd: checkout,
    env: { ...inheritedEnv(), ...options.env },
    detached: process.platform !== "win32",
    stdio: ["ignore", "pipe", "pipe"],
  });
  const end = () => {
    if (child.pid !== undefined)
      process.kill(process.platform === "win32" ? child.pid : -child.pid, "SIGTERM");
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, end);
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      if (options.print) process.stdout.write(chunk);
    });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.off(signal, end);
      resolve({ code: code ?? 1, output });
    });
  });
}
