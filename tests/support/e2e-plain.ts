import type { APIRequestContext, APIResponse } from "@playwright/test";

/** A page as it came: where it stands and its HTML. */
export type PlainPage = { path: string; html: string };

const decode = (text: string) =>
  text.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|(quot|amp|lt|gt));/gi,
    (_, hex?: string, decimal?: string, name = "") =>
      hex || decimal
        ? String.fromCodePoint(Number.parseInt(hex ?? decimal ?? "", hex ? 16 : 10))
        : ({ quot: '"', amp: "&", lt: "<", gt: ">" }[name as string] ?? ""),
  );

function attribute(tag: string, name: string): string {
  return decode(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? "");
}

/** What stands in a piece of HTML for a reader; a word that is marked up in parts stays one word. */
export function textIn(html: string): string {
  const shown = html.replace(/<script[\s\S]*?<\/script>|<!--[\s\S]*?-->|<\/?(?:span|u|b|wbr)\b[^>]*>/g, "");
  return decode(shown.replace(/<[^>]*>/g, " ")).replace(/\s+/g, " ");
}

/** The addresses that a page's links with these words lead to. */
export function linksIn({ html }: PlainPage, words: string): string[] {
  const links = [...html.matchAll(/<a\b[^>]*>[\s\S]*?<\/a>/g)].map(([link]) => link);
  return links.filter((link) => textIn(link).includes(words)).map((link) => attribute(link, "href"));
}

/**
 * Works the portal by requests alone, as a browser without JavaScript does: opens pages and presses their buttons. What a
 * journey is not about is done so without the cost of a window, and through the same gates.
 */
export class PlainBrowser {
  readonly http: APIRequestContext;
  readonly #origin: string;

  constructor(http: APIRequestContext, system: string) {
    this.http = http;
    this.#origin = new URL(system).origin;
  }

  /** Opens a page of the portal, following redirects. */
  async open(path: string): Promise<PlainPage> {
    return this.#read(await this.http.get(path, { maxRedirects: 0 }), path);
  }

  /** Presses a page's first button of this name, with answers beside what its form holds unseen. */
  async press(page: PlainPage, name: string, answers: Record<string, string> = {}): Promise<PlainPage> {
    const forms = [...page.html.matchAll(/<form\b[^>]*>[\s\S]*?<\/form>/g)].map(([form]) => form);
    const submits = (form: string) =>
      [...form.matchAll(/<button\b[^>]*>[\s\S]*?<\/button>/g)].filter(
        ([button]) => attribute(button, "type") === "submit" && textIn(button).trim() === name,
      );
    const form = forms.find((html) => submits(html).length > 0);
    if (!form) throw new Error(`${page.path} has no button 「${name}」`);
    const unseen = [...form.matchAll(/<input\b[^>]*>/g)].filter(
      ([input]) => attribute(input, "type") === "hidden",
    );
    const posted = Object.fromEntries(
      unseen.map(([input]) => [attribute(input, "name"), attribute(input, "value")]),
    );
    const answer = await this.http.post(page.path, {
      headers: { origin: this.#origin },
      multipart: { ...posted, ...answers },
      maxRedirects: 0,
    });
    return this.#read(answer, page.path);
  }

  /** Posts to a handler as a script of our pages does, and reads what it answers. */
  async post(
    path: string,
    body: { data: unknown } | { multipart: Record<string, Upload> },
  ): Promise<unknown> {
    const headers = { origin: this.#origin, accept: "application/json" };
    const answer = await this.http.post(path, { headers, ...body });
    if (!answer.ok()) throw new Error(`${path} answered ${answer.status()}: ${await answer.text()}`);
    return answer.json();
  }

  async #read(answer: APIResponse, path: string): Promise<PlainPage> {
    const { location } = answer.headers();
    if (answer.status() < 400 && location) return this.open(location.replace(this.#origin, ""));
    if (!answer.ok()) throw new Error(`${path} answered ${answer.status()}`);
    return { path, html: await answer.text() };
  }
}

/** A file to be sent. */
export type Upload = { name: string; mimeType: string; buffer: Buffer };
