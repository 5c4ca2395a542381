import type { RawDraft } from "#lib/features/applications/types.ts";

/** What a save came to: kept at an instant (ISO), worth another try, or over for good. */
export type SaveAnswer = { savedAt: string } | { closed: SaveClosed } | "retry";
export type SaveClosed = "signed_out" | "not_editable" | "not_found" | "refused";

export type SaveState =
  | { status: "saved"; savedAt: string }
  | { status: "pending" }
  | { status: "failed" }
  | { status: "closed"; reason: SaveClosed };

type Options = {
  /** What stands in the fields now. */
  read: () => RawDraft;
  /** What the server is known to have. */
  kept: RawDraft;
  /** Sends some fields; never throws. */
  send: (fields: RawDraft, signal: AbortSignal) => Promise<SaveAnswer>;
  onState: (state: SaveState) => void;
};

const quietMs = 600;
const answerWithinMs = 10_000;
const firstRetryMs = 2_000;
const longestRetryMs = 30_000;

/**
 * Keeps a draft on the server while it is being typed: after a pause, one request at a time, only the fields that
 * changed, so that two tabs of the browser on two fields do not undo each other, and the newest text wins.
 */
export class DraftSaver {
  readonly #options: Options;
  /** What the server has, by field; null while that is not known: sent, and not answered yet. */
  readonly #kept = new Map<string, string | null>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #flight: { done: Promise<boolean>; abort: AbortController } | null = null;
  #failures = 0;
  #stopped = false;
  #closed: SaveClosed | null = null;

  constructor(options: Options) {
    this.#options = options;
    this.#keep(options.kept);
  }

  /** Whether something typed is not on the server yet. */
  get unsaved(): boolean {
    return !this.#stopped && (this.#flight !== null || this.#differs());
  }

  /** Whether the last try failed and something typed waits for the next one. */
  get failing(): boolean {
    return this.#failures > 0 && this.unsaved;
  }

  /** Another saver takes the tab over, with all that stands in its fields. */
  retire(successor: DraftSaver): void {
    if (successor === this) return;
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.#flight?.abort.abort();
  }

  /** Something was typed: saves after a pause. */
  changed(): void {
    if (this.#stopped || !this.#differs()) return;
    // A failure stays in view until a save succeeds.
    if (this.#failures === 0) this.#options.onState({ status: "pending" });
    this.#schedule(quietMs);
  }

  /** Saves all that stands in the fields now; false when it could not be kept. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    while (this.#flight || this.#differs()) {
      if (this.#stopped || !(await this.#save())) return false;
    }
    return true;
  }

  /**
   * Like flush(), for somebody who waits to leave: after `maxMs` the rest is sent without waiting for its answer. False
   * when it failed, and leaving may lose text.
   */
  async leave(maxMs: number): Promise<boolean> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<"late">((done) => {
      timer = setTimeout(() => done("late"), maxMs);
    });
    const first = await Promise.race([this.flush(), late]);
    clearTimeout(timer);
    if (first === "late") this.lastChance();
    return first === "late" || first || this.#closed !== null;
  }

  /** The page goes away: a save under way may hold older text and arrive later, so it is taken back and sent anew. */
  lastChance(): void {
    clearTimeout(this.#timer);
    if (this.#stopped || !this.#differs()) return;
    this.#flight?.abort.abort();
    this.#flight = null;
    void this.#save();
  }

  /** The form itself takes over (a button posts all fields): waits for a save under way, then sends no more. */
  async pause(maxMs: number): Promise<void> {
    clearTimeout(this.#timer);
    this.#stopped = true;
    const flight = this.#flight;
    if (!flight) return;
    await Promise.race([flight.done, new Promise((done) => setTimeout(done, maxMs))]);
    flight.abort.abort();
  }

  /** The form's answer is there and the page stays: `kept` is what the server has now, when it took it. */
  resume(kept: RawDraft | null): void {
    this.#stopped = false;
    this.#flight = null;
    if (kept) this.#keep(kept);
    if (this.#differs()) this.changed();
    else this.#options.onState({ status: "saved", savedAt: new Date().toISOString() });
  }

  /** Tries again at once: the line is back, or somebody signed in again in another tab. */
  revive(): void {
    if (this.#closed === "signed_out") {
      this.#closed = null;
      this.#stopped = false;
    }
    if (!this.#stopped && this.#differs()) void this.flush();
  }

  /** What stands in the fields and is not known to be on the server. */
  get pending(): RawDraft {
    const texts = Object.entries(this.#options.read());
    return Object.fromEntries(
      texts.filter(([name, text]) => text !== (this.#kept.has(name) ? this.#kept.get(name) : "")),
    );
  }

  #keep(fields: RawDraft): void {
    for (const [name, text] of Object.entries(fields)) this.#kept.set(name, text ?? "");
  }

  #differs(): boolean {
    return Object.keys(this.pending).length > 0;
  }

  #schedule(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#save(), ms);
  }

  #save(): Promise<boolean> {
    if (this.#flight) return this.#flight.done;
    if (this.#stopped || !this.#differs()) return Promise.resolve(true);
    const abort = new AbortController();
    const timeout = setTimeout(() => abort.abort(), answerWithinMs);
    const flight = { abort, done: Promise.resolve(false) };
    this.#flight = flight;
    flight.done = this.#send(flight).finally(() => clearTimeout(timeout));
    return flight.done;
  }

  async #send(flight: { abort: AbortController }): Promise<boolean> {
    const fields = this.pending;
    // A request that fails or is taken back may have arrived all the same.
    for (const name of Object.keys(fields)) this.#kept.set(name, null);
    const answer = await this.#options.send(fields, flight.abort.signal);
    if (this.#flight?.abort === flight.abort && typeof answer === "object" && "savedAt" in answer)
      this.#keep(fields);
    return this.#land(flight, answer);
  }

  #land(flight: { abort: AbortController }, answer: SaveAnswer): boolean {
    const kept = typeof answer === "object" && "savedAt" in answer;
    // Taken back by lastChance(): the newer save speaks for itself.
    if (this.#flight?.abort !== flight.abort) return kept;
    this.#flight = null;
    if (kept) {
      this.#failures = 0;
      if (this.#differs()) this.changed();
      else if (!this.#stopped) this.#options.onState({ status: "saved", savedAt: answer.savedAt });
      return true;
    }
    if (answer !== "retry") {
      this.#stopped = true;
      this.#closed = answer.closed;
      this.#options.onState({ status: "closed", reason: answer.closed });
      return false;
    }
    if (this.#stopped) return false;
    this.#options.onState({ status: "failed" });
    this.#schedule(Math.min(firstRetryMs * 2 ** this.#failures, longestRetryMs));
    this.#failures += 1;
    return false;
  }
}
