import { TABS } from "#lib/features/questions/constants.ts";
import type { RawDraft } from "#lib/features/questions/types.ts";
import { leafletCase } from "#prisma/seed/cases.ts";
import { kanagawa } from "#prisma/seed/masters.ts";
import type { Login } from "#tests/support/e2e-people.ts";
import { linksIn, type PlainBrowser, type PlainPage, textIn, type Upload } from "#tests/support/e2e-plain.ts";
import type { Watch } from "#tests/support/e2e-watch.ts";
import { until } from "#tests/support/until.ts";

/** What the official needs to look a guarantee up. */
export type NumberAndKey = { number: string; key: string };
/** A sent application. */
export type Sent = { id: string; workName: string; receiptNumber: string };
/** What the branch needs to work on one. */
type Case = Pick<Sent, "id" | "workName">;

export const idIn = (path: string) => /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(path)?.[0] ?? "";

/** The leaflet's case without a mail; with one product, for journeys that are about something else. */
export const quietCase: RawDraft = { ...leafletCase, notice: "no", noticeEmail: "" };
export const smallDraft: RawDraft = { ...quietCase, performanceApply: "" };

/** The 手続状況 beside the title. */
const statusOf = ({ html }: PlainPage) =>
  /class="title[\s\S]*?class="chip\b[^>]*>([^<]*)/.exec(html)?.[1] ?? "";

/**
 * Records that a journey begins with, made by requests: 〇〇建設 applies and 神奈川支店 examines, unless told otherwise. How
 * they are made in a window is proved by leaflet.spec.ts and keyboard.spec.ts.
 */
export class Records {
  readonly #browserOf: (login: Login) => Promise<PlainBrowser>;
  readonly #watch: Watch;

  constructor(browserOf: (login: Login) => Promise<PlainBrowser>, watch: Watch) {
    this.#browserOf = browserOf;
    this.#watch = watch;
  }

  /** A draft with these answers; returns its id. */
  async drafted(answers: RawDraft, by: Login = "contractor"): Promise<string> {
    const browser = await this.#browserOf(by);
    const list = await browser.open("/desk/applications");
    const id = idIn((await browser.press(list, "申込の作成（新規）")).path);
    for (const { slug, fields } of TABS) {
      const given = fields.flatMap((field) =>
        answers[field] === undefined ? [] : [[field, answers[field]]],
      );
      if (given.length > 0)
        await browser.post(`/api/drafts/${id}`, { data: { step: slug, fields: Object.fromEntries(given) } });
    }
    return id;
  }

  /** Attaches a file to a draft, as 「その他の書類」; returns its id. */
  async attach(draftId: string, file: Upload, by: Login = "contractor"): Promise<string> {
    const browser = await this.#browserOf(by);
    await browser.post(`/api/attachments?application=${draftId}`, { multipart: { other: file } });
    const tab = await browser.open(`/desk/applications/${draftId}/edit/others`);
    return idIn(linksIn(tab, file.name)[0] ?? "");
  }

  /** Sends a draft. */
  async send(draftId: string, workName: string, by: Login = "contractor"): Promise<Sent> {
    const browser = await this.#browserOf(by);
    const confirm = await browser.open(`/desk/applications/${draftId}/confirm`);
    const sent = await browser.press(confirm, "申込を送信する");
    const receiptNumber = /受付番号\s*(\d{8}-\d{6})(?!\d)/.exec(textIn(sent.html))?.[1];
    if (!receiptNumber) throw new Error(`${sent.path} shows no 受付番号`);
    return { id: draftId, workName, receiptNumber };
  }

  /** An application that was sent: one product, electronic, to 小田原市, unless the answers say otherwise. */
  async sent(workName: string, answers: RawDraft = smallDraft, by: Login = "contractor"): Promise<Sent> {
    return this.send(await this.drafted({ ...answers, workName }, by), workName, by);
  }

  /** 「審査を開始」, 「承認」 … on a sent application, one after the other; returns the page after the last. */
  async decide(
    { id }: Pick<Case, "id">,
    names: readonly ("審査を開始" | "承認" | "発行")[],
    by: Login = "branch",
  ): Promise<PlainPage> {
    const browser = await this.#browserOf(by);
    let page = await browser.open(`/branch/applications/${id}`);
    for (const name of names) page = await browser.press(page, name);
    return page;
  }

  /** An application whose guarantees the worker has issued. */
  async issued(workName: string, answers: RawDraft = smallDraft, by: Login = "contractor"): Promise<Sent> {
    const sent = await this.sent(workName, answers, by);
    await this.issue(sent, answers.branch === kanagawa.id ? "branch" : "branch2");
    return sent;
  }

  /** From 送信済 to 発行済 by one person, the worker's part included. */
  async issue(sent: Case, by: Login = "branch"): Promise<void> {
    await this.decide(sent, ["審査を開始", "承認", "発行"], by);
    const browser = await this.#browserOf(by);
    const isIssued = async () => statusOf(await browser.open(`/branch/applications/${sent.id}`)) === "発行済";
    await until(`the issue of ${sent.workName}`, isIssued);
  }

  /** The address of a guarantee of the contractor's. */
  async guarantee(workName: string, product: string, by: Login = "contractor"): Promise<string> {
    const browser = await this.#browserOf(by);
    const list = await browser.open(`/desk/contracts?q=${encodeURIComponent(workName)}`);
    const row = [...list.html.matchAll(/<tr\b[\s\S]*?<\/tr>/g)].find(
      ([html]) => textIn(html).includes(workName) && textIn(html).includes(product),
    );
    const [path] = linksIn({ ...list, html: row?.[0] ?? "" }, "詳細");
    if (!path) throw new Error(`no ${product} of ${workName} in ${list.path}`);
    return path;
  }

  /** Number and key of a guarantee, from the contractor's page; the journey is watched for the key from now on. */
  async keyOf(workName: string, product: string, by: Login = "contractor"): Promise<NumberAndKey> {
    const browser = await this.#browserOf(by);
    const { path, html } = await browser.open(await this.guarantee(workName, product, by));
    const [number = ""] = /\b\d{5}-\d{5}[A-Z]\b/.exec(textIn(html)) ?? [];
    const [key = ""] = /[A-Za-z0-9]{12}\b/.exec(textIn(html.split('<span class="key">')[1] ?? "")) ?? [];
    if (!number || !key) throw new Error(`${path} shows no number or no key`);
    this.#watch.keepSecret(key);
    return { number, key };
  }
}
