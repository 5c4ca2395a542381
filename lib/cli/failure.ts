import { EnvError } from "#lib/core/env.ts";

/** A failure a person can mend: its message says in plain words what is wrong and what to do, without a stack. */
export class PlainFailure extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "PlainFailure";
  }
}

/** The words for a person: a foreseen failure as it is, anything else with its stack, causes included. */
export function describeFailure(error: unknown): string {
  if (error instanceof PlainFailure || error instanceof EnvError) return error.message;
  if (error instanceof Error) {
    const cause = error.cause === undefined ? "" : `\ncaused by: ${describeFailure(error.cause)}`;
    return `${error.stack ?? error.message}${cause}`;
  }
  return String(error);
}

/** Runs one command of the terminal and ends the process with the code it returns, or with 1 and plain words. */
export async function runCommand(command: () => Promise<number>): Promise<void> {
  try {
    process.exit(await command());
  } catch (error) {
    console.error(describeFailure(error));
    process.exit(1);
  }
}
