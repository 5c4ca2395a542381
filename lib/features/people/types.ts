import type { CompanyRole } from "./constants.ts";

/** One of the company's people, for the list and the own page. */
export type PersonItem = {
  id: string;
  name: string;
  email: string;
  role: CompanyRole;
  roleName: string;
  disabled: boolean;
  /** The one who looks. */
  self: boolean;
};

/** An invitation that is not taken up yet. */
export type InvitationItem = {
  id: string;
  email: string;
  roleName: string;
  state: { label: string; tone: "go" | "turn" | "stop" };
  /** Until when, or since when not any more. */
  until: string;
  invitedBy: string;
};
