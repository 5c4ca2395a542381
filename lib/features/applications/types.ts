import type { ApplicationStatus, Product } from "#lib/core/generated/prisma/enums.ts";
import type { APPLICATION_SORTS } from "./constants.ts";

export type ApplicationListItem = {
  id: string;
  status: ApplicationStatus;
  workName: string;
  obligeeTitle: string;
  companyName: string;
  products: string[];
  guaranteedYen: bigint;
  receiptNumber: string | null;
  decisionReason: string | null;
  savedAt: Date;
  submittedAt: Date | null;
};

/** The query of a list of applications, as in its URL; undefined = not set. */
export type ApplicationListQuery = {
  q?: string | undefined;
  obligee?: string | undefined;
  product?: Product | undefined;
  status?: ApplicationStatus | undefined;
  sort?: keyof typeof APPLICATION_SORTS | undefined;
};

/** A row of the contractor's list in words; times as shown. `editable`: a draft or a returned application. */
export type ApplicationItem = {
  id: string;
  workName: string;
  obligeeTitle: string;
  productNames: string[];
  guaranteedYen: bigint;
  receiptNumber: string | null;
  submittedAt: string | null;
  savedAt: string;
  editable: boolean;
  /** The branch's reason, while the application is returned or declined. */
  returnedFor: string | null;
  refusedFor: string | null;
  withdrawn: boolean;
  /** In lists: the branch has written something that nobody in the company has read. */
  unread?: boolean;
  status: { label: string; tone: "plain" | "go" | "turn" | "ok" | "stop" };
};
