/** A form on a page: where it posts, its named values, its buttons. */
export type PageForm = { action: string; values: [name: string, value: string][]; buttons: string[] };

/** A browser without JavaScript: cookies, pages, forms. */
export type Visitor = {
  /** The forms of a page; throws when the page does not answer 200. */
  forms(path: string): Promise<PageForm[]>;
  /** Posts a form as its button would; returns the path that the answer leads to, or throws. */
  post(form: PageForm, typed?: Readonly<Record<string, string>>): Promise<string>;
  /** Reads a page and returns its HTML; throws when it does not answer 200. */
  read(path: string): Promise<string>;
  /** The headers that the browser sends: its cookies and the page it comes from. */
  headers(): Record<string, string>;
};

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'" };

function decode(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#x27);/g, (_whole, name: string) => entities[name] ?? "");
}

// React writes attributes in double quotes and escapes their content, so our own pages need no general parser.
function attributes(tag: string): Map<string, string> {
  const found = [...tag.matchAll(/\s([\w$:-]+)(?:="([^"]*)")?/g)];
  return new Map(found.map(([, name = "", value = ""]) => [name.toLowerCase(), decode(value)]));
}

function formsOf(html: string): PageForm[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, head = "", body = ""]) => {
    const inputs = [...body.matchAll(/<input\b([^>]*)>/g)].map(([, tag = ""]) => attributes(tag));
    const sent = inputs.filter(
      (input) =>
        input.has("name") && (!/^(checkbox|radio)$/.test(input.get("type") ?? "") || input.has("checked")),
    );
    return {
      action: attributes(head).get("action") ?? "",
      values: sent.map((input) => [input.get("name") ?? "", input.get("value") ?? ""]),
      buttons: [...body.matchAll(/<button\b[^>]*>([\s\S]*?)<\/button>/g)].map(([, inside = ""]) =>
        decode(inside.replace(/<[^>]*>/g, "")).trim(),
      ),
    };
  });
}

/** The form with a button of this name; throws with the names of the buttons that exist. */
export function formWith(forms: readonly PageForm[], button: string): PageForm {
  const found = forms.find((form) => form.buttons.includes(button));
  if (found) return found;
  const names = forms.flatMap((form) => form.buttons).join(", ");
  throw new Error(`No form has the button ${button}; there are: ${names}`);
}

/** The multipart body of a form: React's action fields, the hidden fields, and what was typed. */
export function bodyOf(form: PageForm, typed: Readonly<Record<string, string>> = {}): FormData {
  const data = new FormData();
  for (const [name, value] of form.values) if (!(name in typed)) data.append(name, value);
  for (const [name, value] of Object.entries(typed)) data.append(name, value);
  return data;
}

/** Opens a browser without JavaScript on a portal. */
function visit(origin: string): Visitor {
  const cookies = new Map<string, string>();
  let here = "/";
  const headers = () => ({
    origin,
    cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; "),
  });

  async function ask(path: string, init: RequestInit = {}): Promise<Response> {
    const response = await fetch(new URL(path, origin), { ...init, headers: headers(), redirect: "manual" });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    }
    return response;
  }

  async function read(path: string): Promise<string> {
    const response = await ask(path);
    const html = await response.text();
    if (response.status !== 200) throw new Error(`GET ${path} answered ${response.status}.`);
    here = path;
    return html;
  }

  return {
    headers,
    read,
    forms: async (path) => formsOf(await read(path)),
    async post(form, typed) {
      const at = form.action || here;
      const response = await ask(at, { method: "POST", body: bodyOf(form, typed) });
      const html = await response.text();
      const target = response.headers.get("location");
      if (response.status === 303 && target !== null) return new URL(target, origin).pathname;
      const alert = /role="alert"[^>]*>([\s\S]{0,400})/.exec(html)?.[1]?.replace(/<[^>]*>/g, " ");
      throw new Error(`POST ${at} answered ${response.status} without a redirect. ${alert ?? ""}`);
    },
  };
}

/** Signs a demo login in and returns its browser. */
export async function signIn(origin: string, email: string): Promise<Visitor> {
  const visitor = visit(origin);
  const form = formWith(await visitor.forms("/login"), "ログイン");
  await visitor.post(form, { email, password: "odawara-netdesk-2026" });
  return visitor;
}
