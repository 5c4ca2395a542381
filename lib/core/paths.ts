/** What a list shows (search, filters, order) and where its page begins; empty values are left out. */
type ListQuery = Readonly<Record<string, string | undefined>>;

/** How a tab of the form opens: showing its mistakes, at a field, or with what a duplicate left out. */
type TabOptions = { check?: boolean; field?: string; duplicated?: boolean };

const queryOf = (query: ListQuery) => {
  const known = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const text = new URLSearchParams(known).toString();
  return text && `?${text}`;
};

/** The conversation on the page of an application or a case; mails that were sent long ago point to it by this name. */
export const CONVERSATION_ANCHOR = "talk";

/**
 * A page of the help, at one of its questions: `helpPath("faq", "redeposit")`. A test checks every use against the
 * articles.
 */
export function helpPath(slug: "how-it-works" | "get-key" | "hand-in" | "faq" | "terms", anchor?: string) {
  return `/help/${slug}${anchor ? `#${anchor}` : ""}`;
}

/** Every address of the portal; no other file writes one as a string. */
export const paths = {
  top: () => "/",
  /** The telephone numbers on the first page. */
  contact: () => "/#h-ask",
  /** The public list of the obligees and their conditions. */
  accepting: () => "/obligees",
  /** Whether 電子保証 may be used, for fields of the application's form by name. */
  eligibility: (fields: ListQuery = {}) => `/eligibility${queryOf(fields)}`,
  /** The help's contents, or its search for a word. */
  help: (q = "") => `/help${q ? `?q=${encodeURIComponent(q)}` : ""}`,
  /** The accessibility statement. */
  accessibility: () => "/accessibility",
  /** Suggestions of banks and their branches, as JSON. */
  banks: (q: string) => `/api/banks?q=${encodeURIComponent(q)}`,
  login: (next?: string) => (next ? `/login?next=${encodeURIComponent(next)}` : "/login"),
  /** Sign-in after something was done: registered by an invitation, or a new password chosen. */
  loginAfter: (done: "registered" | "password") => `/login?done=${done}`,
  /** The link in an invitation; it redirects to the page without the token. */
  invitation: (token: string) => `/invite/${token}`,
  invited: () => "/invite",
  /** 「パスワードをお忘れの方」, and the page after it, which is the same for every address. */
  password: () => "/password",
  passwordAsked: () => "/password/sent",
  /** The link in the mail; it redirects to the page without the token. */
  passwordLink: (token: string) => `/password/reset/${token}`,
  passwordReset: () => "/password/reset",
  /** When the visitor's own session ends (GET), and its extension (POST), as JSON. */
  session: () => "/api/session",
  desk: () => "/desk",
  /** The company's people and invitations, for its managers. */
  people: (done?: "invited" | "resent" | "cancelled") => `/desk/people${done ? `?done=${done}` : ""}`,
  person: (id: string, done?: "role" | "disabled" | "enabled") =>
    `/desk/people/${id}${done ? `?done=${done}` : ""}`,
  /** A person's own sessions and password. */
  account: (done?: "ended" | "password") => `/desk/account${done ? `?done=${done}` : ""}`,
  /** `deleted`: the draft that was just deleted, for 「元に戻す」. */
  applications: (query: ListQuery = {}) => `/desk/applications${queryOf(query)}`,
  /** The same list as CSV. */
  applicationsCsv: (query: ListQuery = {}) => `/api/lists/applications${queryOf(query)}`,
  /** 会社情報: the answers that a company gives in every application. */
  company: () => "/desk/company",
  application: (id: string) => `/desk/applications/${id}`,
  applicationTab: (id: string, step: string, { check, field, duplicated }: TabOptions = {}) =>
    `/desk/applications/${id}/edit/${step}${check ? "?check=1" : duplicated ? "?copied=1" : ""}${field ? `#${field}` : ""}`,
  /** Where the browser saves a draft while typing. */
  applicationDraft: (id: string) => `/api/drafts/${id}`,
  /** The attachments on the form's third tab. `refusal`: why the last file was not taken, for a page without script. */
  applicationAttachments: (id: string, { refusal }: { refusal?: string | undefined } = {}) =>
    `/desk/applications/${id}/edit/others${refusal ? `?refused=${refusal}` : ""}#attachments`,
  /** Where the browser sends files for a draft. */
  attachments: (applicationId: string) => `/api/attachments?application=${applicationId}`,
  attachment: (id: string) => `/api/attachments/${id}`,
  attachmentPreview: (id: string) => `/api/attachments/${id}/preview`,
  attachmentView: (id: string) => `/api/attachments/${id}/view`,
  applicationConfirm: (id: string) => `/desk/applications/${id}/confirm`,
  /** 「申込内容の控え（PDF）」 */
  applicationCopy: (id: string) => `/api/documents/applications/${id}`,
  applicationSent: (id: string) => `/desk/applications/${id}/sent`,
  notices: (page: ListQuery = {}) => `/desk/notices${queryOf(page)}`,
  noticeSettings: () => "/desk/notices/settings",
  guarantees: (query: ListQuery = {}, keys = false) =>
    `/desk/contracts${keys ? "/keys" : ""}${queryOf(query)}`,
  /** The same list as CSV; `keys`: electronic guarantees only. */
  guaranteesCsv: (query: ListQuery = {}, keys = false) =>
    `/api/lists/contracts${queryOf({ ...query, form: keys ? "electronic" : undefined })}`,
  guarantee: (id: string) => `/desk/contracts/${id}`,
  guaranteeCertificate: (id: string, version: number) => `/desk/contracts/${id}/certificates/${version}`,
  keyNotice: (id: string) => `/api/documents/${id}/key-notice`,
  certificatePdf: (id: string) => `/api/documents/${id}/certificate`,
  branch: (query: ListQuery = {}) => `/branch${queryOf(query)}`,
  branchCase: (id: string) => `/branch/applications/${id}`,
  branchCertificate: (id: string, version: number) => `/branch/guarantees/${id}/certificates/${version}`,
  branchJobs: (options: { retried?: "job" | "mail" } = {}) =>
    `/branch/jobs${options.retried ? `?retried=${options.retried}` : ""}`,
  verify: () => "/verify",
  verification: (id: string) => `/verify/results/${id}`,
  verificationCertificate: (id: string, version: number) => `/verify/results/${id}/certificates/${version}`,
  verificationPdf: (id: string) => `/api/documents/verified/${id}`,
  admin: (options: { retried?: true } = {}) => `/admin${options.retried ? "?retried=job" : ""}`,
  gallery: () => "/dev/gallery",
  mailbox: (id?: string) => `/dev/mailbox${id ? `/${id}` : ""}`,
} as const;
