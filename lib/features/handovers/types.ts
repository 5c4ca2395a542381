import type { HandoverChannel, HandoverStage, Product } from "#lib/core/generated/prisma/enums.ts";
import type { BodyField } from "./constants.ts";

/** One version of how an obligee wants the key of a product handed in. */
export type HandoverRoute = {
  id: string;
  version: number;
  channel: HandoverChannel;
  /** Empty = the obligee must be asked. */
  section: string;
  address: string | null;
  subjectTemplate: string;
  bodyFields: BodyField[];
  otherPapers: string[];
  followUpCall: boolean;
  source: string;
  demo: boolean;
};

/** What a route is found by. */
export type RouteKey = { obligeeId: string; product: Product; stage: HandoverStage };

/**
 * The facts for subject and text. The key is not among them, so no text can contain it. Amounts in yen, null = none.
 */
export type HandoverFacts = {
  obligeeName: string;
  obligeeTitle: string;
  contractor: string;
  person: string;
  department: string | null;
  phone: string | null;
  email: string | null;
  workNumber: string | null;
  workName: string;
  product: string;
  contractNumber: string;
  guaranteeYen: bigint;
};

/** The person who hands the key in, as contact where the application names nobody. */
export type HandoverSender = { name: string; email: string | null; phone: string | null };

/** The exact words of a handover. */
export type HandoverText = { subject: string; body: string; fields: { label: string; value: string }[] };

/** One handover from the portal in words; `when` is the time of its state. */
export type HandoverItem = {
  sequence: number;
  state: "waiting" | "sent" | "failed";
  stateName: string;
  when: string;
  recipient: string;
  by: string;
  /** The key was reissued since, so this notice opens nothing any more. */
  outdated: boolean;
};

/** How the key of one guarantee is handed in, as shown on its page. */
export type HandoverGuide = {
  obligeeName: string;
  channel: HandoverChannel;
  channelName: string;
  section: string;
  address: string | null;
  text: HandoverText;
  /** The name of the file to attach. */
  fileName: string;
  otherPapers: string[];
  followUpCall: boolean;
  source: string;
  demo: boolean;
  /** The handovers from the portal, newest first. */
  items: HandoverItem[];
};
