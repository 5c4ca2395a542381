// Keeps what is being typed, in this tab only. When a session ends elsewhere, the browser goes to the login page and
// the text would be lost with the page. Texts are stored by person, page, record and field.

function keyOf(field: HTMLTextAreaElement, label: string, person: string): string {
  const record = field.form?.elements.namedItem("id");
  const id = record instanceof HTMLInputElement ? record.value : "";
  return `typed/${person}/${window.location.pathname} ${id} ${label}`;
}

/** Keeps the text of a field until it was answered. */
export function keepText(field: HTMLTextAreaElement, label: string, person: string): void {
  const key = keyOf(field, label, person);
  if (field.value === "") sessionStorage.removeItem(key);
  else sessionStorage.setItem(key, field.value);
}

/** The text that this person had typed into a field of this page; empty when there is none. */
export function findText(field: HTMLTextAreaElement, label: string, person: string): string {
  return sessionStorage.getItem(keyOf(field, label, person)) ?? "";
}

/** Forgets what a form of this page has sent. */
export function forgetSent(form: FormData): void {
  const sent = [...form.values()].map(String);
  const here = `/${window.location.pathname} `;
  for (const key of Object.keys(sessionStorage))
    if (key.startsWith("typed/") && key.includes(here) && sent.includes(sessionStorage.getItem(key) ?? ""))
      sessionStorage.removeItem(key);
}

/** Forgets what others typed in this tab before this person signed in: texts, and drafts that were kept. */
export function forgetOthers(person: string): void {
  for (const key of Object.keys(sessionStorage)) {
    const [kind = "", owner] = key.split("/");
    if (/^(typed|draft)$/.test(kind) && owner !== person) sessionStorage.removeItem(key);
  }
}
