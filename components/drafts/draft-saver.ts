import type { Change, Conflict } from "#lib/features/drafts/types.ts";
import type { FieldName } from "#lib/features/questions/constants.ts";
import type { RawDraft, Warning } from "#lib/features/questions/types.ts";

/** The answer to a save: when it was saved (ISO), the new version, and what others changed meanwhile. */
export type SaveKept = {
  savedAt: string;
  version: number;
  changed: Change[];
  conflicts: Conflict[];
  /** Characters of the tab's fields that cannot be printed. */
  warnings: Warning[];
};

/** The result of a save: saved, worth another try, or impossible from now on. */
export type SaveAnswer = SaveKept | { closed: SaveClosed } | "retry";
export type SaveClosed = "signed_out" | "not_editable" | "deleted" | "not_found" | "refused";

export type SaveState =
  | { status: "saved"; savedAt: string }
  | { status: "pending" }
  | { status: "failed" }
  | { status: "closed"; reason: SaveClosed };

type Options = {
  /** The present texts of the fields. */
  read: () => RawDraft;
  /** The texts that the server is known to have; null for those on their way from an earlier page. */
  kept: Readonly<Record<string, string | null | undefined>>;
  /** When that was (ISO). */
  savedAt: string;
  /** Sends fields; never throws. */
  send: (fields: RawDraft, signal: AbortSignal) => Promise<SaveAnswer>;
  onState: (state: SaveState) => void;
  /** Called when the server has saved these fields. */
  onKept: (fields: RawDraft, answer: SaveKept) => void;
  /** Called with the new text of a field that somebody else changed and nobody touched here. */
  onTheirs: (field: FieldName, text: string) => void;
  /** Called with the fields changed on both sides, whenever there are more or fewer. */
  onConflicts: (changes: Change[]) => void;
};

const quietMs = 600;
const answerWithinMs = 10_000;
const firstRetryMs = 2_000;
const longestRetryMs = 30_000;

/**
 * Saves a draft while it is typed: after a pause, one request at a time, and only the changed fields, so that two tabs
 * of the browser that edit two fields do not undo each other and the newest text wins.
 */
export class DraftSaver {
  readonly #options: Options;
  /** The texts on the server, by field; null while that is unknown, because a request was not answered yet. */
  readonly #kept = new Map<string, string | null>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Fields changed on both sides, held back until a person chooses a text. */
  readonly #disputed = new Map<string, Change>();
  #flight: { done: Promise<boolean>; abort: AbortController } | null = null;
  #failures = 0;
  #savedAt: string;
  #stopped = false;
  #closed: SaveClosed | null = null;

  constructor(options: Options) {
    this.#options = options;
    this.#savedAt = options.savedAt;
    for (const [name, text] of Object.entries(options.kept)) this.#kept.set(name, text ?? null);
  }

  /** Whether typed text is not on the server yet. */
  get unsaved(): boolean {
    return !this.#stopped && (this.#flight !== null || Object.keys(this.pending).length > 0);
  }

  /** Whether fields wait for a person's choice. */
  get disputed(): boolean {
    return this.#disputed.size > 0;
  }

  /** Whether leaving would lose text: the last try failed, or both sides changed a field. */
  get failing(): boolean {
    return this.unsaved && (this.#failures > 0 || this.disputed);
  }

  /** Ends this saver, because another one takes over the tab with all its texts. */
  retire(successor: DraftSaver): void {
    if (successor === this) return;
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.#flight?.abort.abort();
  }

  /** Something was typed: saves after a pause. */
  changed(): void {
    if (this.#stopped) return;
    if (!this.#differs()) {
      // The text is again what the server has, for instance after 「元に戻す」, before anything was sent.
      if (!this.#flight && !this.disputed && this.#failures === 0)
        this.#options.onState({ status: "saved", savedAt: this.#savedAt });
      return;
    }
    // A failure stays visible until a save succeeds.
    if (this.#failures === 0) this.#options.onState({ status: "pending" });
    this.#schedule(quietMs);
  }

  /** Saves all present texts; false when that failed. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    while (this.#flight || this.#differs()) {
      if (this.#stopped || !(await this.#save())) return false;
    }
    return true;
  }

  /**
   * Like flush(), for somebody who is leaving: after `maxMs` the rest is sent without waiting for its answer. False
   * when it failed and leaving may lose text.
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

  /**
   * Sends everything while the page is closing. A save in progress may hold older text and arrive later, so it is
   * aborted and sent again.
   */
  lastChance(): void {
    clearTimeout(this.#timer);
    if (this.#stopped || !this.#differs()) return;
    this.#flight?.abort.abort();
    this.#flight = null;
    void this.#save();
  }

  /** Waits for a save in progress and then sends no more, because a button posts the whole form. */
  async pause(maxMs: number): Promise<void> {
    clearTimeout(this.#timer);
    this.#stopped = true;
    const flight = this.#flight;
    if (!flight) return;
    await Promise.race([flight.done, new Promise((done) => setTimeout(done, maxMs))]);
    flight.abort.abort();
  }

  /** Continues after the form's answer; `kept` is what the server has now. */
  resume(kept: RawDraft | null): void {
    this.#stopped = false;
    this.#flight = null;
    if (kept) this.#keep(kept);
    if (this.#differs()) this.changed();
    else this.#options.onState({ status: "saved", savedAt: new Date().toISOString() });
  }

  /** Retries at once: the connection is back, or somebody signed in again in another tab. */
  revive(): void {
    if (this.#closed === "signed_out") {
      this.#closed = null;
      this.#stopped = false;
    }
    if (!this.#stopped && this.#differs()) void this.flush();
  }

  /** The texts that are not known to be on the server. */
  get pending(): RawDraft {
    const texts = Object.entries(this.#options.read());
    return Object.fromEntries(
      texts.filter(([name, text]) => text !== (this.#kept.has(name) ? this.#kept.get(name) : "")),
    );
  }

  /** The texts of the tab that the server is known to have. */
  get known(): RawDraft {
    return Object.fromEntries(
      [...this.#kept].filter((entry): entry is [string, string] => entry[1] !== null),
    );
  }

  /** Fields that both sides changed. They are not sent until one of the next two methods is called. */
  dispute(changes: readonly Change[]): void {
    for (const change of changes) {
      this.#kept.set(change.field, change.latest);
      this.#disputed.set(change.field, change);
    }
    this.#options.onConflicts([...this.#disputed.values()]);
  }

  /** 「自分の入力を残す」: saves the texts of this window over the others'. */
  keepMine(): void {
    this.#disputed.clear();
    this.#options.onConflicts([]);
    if (this.#differs()) this.changed();
  }

  /** 「最新の内容を開く」: puts the others' texts into the fields. */
  takeTheirs(): void {
    const theirs = [...this.#disputed.values()];
    this.#disputed.clear();
    for (const { field, latest } of theirs) this.#options.onTheirs(field, latest);
    this.#options.onConflicts([]);
  }

  /** Others' changes go into the field if it was not edited here; otherwise a person has to choose. */
  #take(changed: readonly Change[]): void {
    const texts: Readonly<Record<string, string | undefined>> = this.#options.read();
    const here = changed.filter(({ field, latest }) => field in texts && texts[field] !== latest);
    const typed = new Set(Object.keys(this.pending));
    for (const { field, latest } of here.filter((change) => !typed.has(change.field))) {
      this.#kept.set(field, latest);
      this.#options.onTheirs(field, latest);
    }
    const both = here.filter(({ field }) => typed.has(field));
    if (both.length > 0) this.dispute(both);
  }

  #keep(fields: RawDraft): void {
    for (const [name, text] of Object.entries(fields)) this.#kept.set(name, text ?? "");
  }

  /** The texts to send: all pending ones except those changed on both sides. */
  get #sendable(): RawDraft {
    return Object.fromEntries(Object.entries(this.pending).filter(([name]) => !this.#disputed.has(name)));
  }

  #differs(): boolean {
    return Object.keys(this.#sendable).length > 0;
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
    const fields = this.#sendable;
    // A failed or aborted request may have arrived all the same.
    for (const name of Object.keys(fields)) this.#kept.set(name, null);
    const answer = await this.#options.send(fields, flight.abort.signal);
    // Aborted by lastChance(), whose newer save counts.
    if (this.#flight?.abort !== flight.abort) return typeof answer === "object" && "savedAt" in answer;
    this.#flight = null;
    return this.#land(fields, answer);
  }

  #land(fields: RawDraft, answer: SaveAnswer): boolean {
    if (typeof answer === "object" && "savedAt" in answer) {
      const disputed = new Set<string>(answer.conflicts.map(({ field }) => field));
      const taken = Object.fromEntries(Object.entries(fields).filter(([name]) => !disputed.has(name)));
      this.#keep(taken);
      this.#savedAt = answer.savedAt;
      this.#failures = 0;
      if (!this.#stopped) {
        if (answer.conflicts.length > 0) this.dispute(answer.conflicts);
        this.#take(answer.changed);
      }
      this.#options.onKept(taken, answer);
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
