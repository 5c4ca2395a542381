import type { NoticeEvent } from "#lib/core/generated/prisma/enums.ts";
import type { NoticeKind } from "./constants.ts";
import type { NoticeData } from "./schema.ts";

/** A notice to be posted to a company, once per topic. */
export type NewNotice = {
  event: NoticeEvent;
  topic: string;
  companyId: string;
  branchId: string;
  applicationId: string;
  guaranteeId?: string;
  data: NoticeData;
};

/** A notice in words. */
export type NoticeItem = {
  id: string;
  title: string;
  /** The works: its name, then the obligee and the number. */
  workName: string;
  about: string;
  when: string;
  unread: boolean;
  href: string;
};

/** One of a person's settings. */
export type NoticeChoice = { kind: NoticeKind; label: string; help: string; byMail: boolean };
