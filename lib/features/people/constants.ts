/** The three roles of a company's people, the most powerful first. */
export const COMPANY_ROLES = ["manager", "applicant", "viewer"] as const;
export type CompanyRole = (typeof COMPANY_ROLES)[number];

export const ROLE_LABELS: Readonly<Record<CompanyRole, string>> = {
  manager: "管理者",
  applicant: "申込担当",
  viewer: "閲覧のみ",
};

/** What each role may do, as shown beside its name. */
export const ROLE_HELP: Readonly<Record<CompanyRole, string>> = {
  manager: "申込と、利用者の招待・権限の変更ができます。",
  applicant: "申込の作成・送信と、認証キーの提出ができます。",
  viewer: "申込と契約の内容、認証キーを見ることだけができます。",
};

/** How long an invitation is valid. */
export const INVITATION_HOURS = 72;
