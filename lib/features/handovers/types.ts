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

/** What a route is looked up by. */
export type RouteKey = { obligeeId: string; product: Product; stage: HandoverStage };

/** What subject and text may speak of; the key is not among it, so no text can hold it. Amounts in yen, null = none. */
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

/** Who hands in, to be asked where the application names nobody. */
export type HandoverSender = { name: string; email: string | null; phone: string | null };

/** The exact words of a handover. */
export type HandoverText = { subject: string; body: string; fields: { label: string; value: string }[] };

/** One handing over from the portal in words; `when` is that of its state. */
export type HandoverItem = {
  sequence: number;
  state: "waiting" | "sent" | "failed";
  stateName: string;
  when: string;
  recipient: string;
  by: string;
  /** The key was issued anew since: this notice opens nothing any more. */
  outdated: boolean;
};

/** How the key of one guarantee is handed in, as its page shows it. */
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
  /** What was sent from the portal, newest first. */
  items: HandoverItem[];
};
