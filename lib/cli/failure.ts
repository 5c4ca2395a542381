import { EnvError } from "#lib/core/env.ts";

/** A failure that a person can fix: its message says in plain words what is wrong and what to do, without a stack. */
export class PlainFailure extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "PlainFailure";
  }
}

/** Describes an error to a person: a plain failure by its message, anything else by its stack and its causes. */
export function describeFailure(error: unknown): string {
  if (error instanceof PlainFailure || error instanceof EnvError) return error.message;
  if (error instanceof Error) {
    const cause = error.cause === undefined ? "" : `\ncaused by: ${describeFailure(error.cause)}`;
    return `${error.stack ?? error.message}${cause}`;
  }
  return String(error);
}

/** Runs one command of the terminal and exits with the code it returns, or with 1 and a plain message. */
export async function runCommand(command: () => Promise<number>): Promise<void> {
  try {
    process.exit(await command());
  } catch (error) {
    console.error(describeFailure(error));
    process.exit(1);
  }
}
