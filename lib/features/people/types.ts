import type { CompanyRole } from "./constants.ts";

/** One of the company's people, for the list and for their own page. */
export type PersonItem = {
  id: string;
  name: string;
  email: string;
  role: CompanyRole;
  roleName: string;
  disabled: boolean;
  /** Whether this is the reader. */
  self: boolean;
};

/** An invitation that is not accepted yet. */
export type InvitationItem = {
  id: string;
  email: string;
  roleName: string;
  state: { label: string; tone: "go" | "turn" | "stop" };
  /** Until when it is valid, or since when it is not. */
  until: string;
  invitedBy: string;
};
