import { formatInstant } from "#lib/core/calendar.ts";
import { PRODUCTS } from "#lib/features/products/constants.ts";
import { CHANNEL_NAMES, STATE_NAMES } from "./constants.ts";
import type { Handable, listHandovers } from "./queries.ts";
import { composeHandover } from "./rules.ts";
import type { HandoverFacts, HandoverGuide, HandoverItem, HandoverRoute, HandoverSender } from "./types.ts";

/** The facts for the texts of a handover; the contact is the application's, else the person who is signed in. */
export function presentFacts(guarantee: Handable, sender: HandoverSender): HandoverFacts {
  const { works, others } = guarantee.answers;
  return {
    obligeeName: guarantee.obligee.name,
    obligeeTitle: guarantee.obligee.title,
    contractor: guarantee.companyName,
    person: others.contactName ?? sender.name,
    department: others.contactDepartment,
    phone: others.contactPhone ?? sender.phone,
    email: others.noticeEmail ?? sender.email,
    workNumber: works.workNumber,
    workName: guarantee.workName,
    product: PRODUCTS[guarantee.product].name,
    contractNumber: guarantee.contractNumber,
    guaranteeYen: guarantee.guaranteeYen,
  };
}

type Sent = Awaited<ReturnType<typeof listHandovers>>[number];

const states = { queued: "waiting", sent: "sent", failed: "failed" } as const;

/** One handover in words. */
export function presentHandover(sent: Sent, keyVersion: number): HandoverItem {
  const state = states[sent.mail.status];
  return {
    sequence: sent.sequence,
    state,
    stateName: STATE_NAMES[state],
    when: formatInstant(sent.mail.sentAt ?? sent.requestedAt),
    recipient: sent.mail.recipient,
    by: sent.requestedByName,
    outdated: sent.keyVersion < keyVersion,
  };
}

/** How the key of a guarantee is handed in, in words, with the texts to copy. */
export function presentGuide(
  route: HandoverRoute,
  guarantee: Handable,
  fileName: string,
  sender: HandoverSender,
  items: HandoverItem[],
): HandoverGuide {
  const { channel, section, address, otherPapers, followUpCall, source, demo } = route;
  return {
    obligeeName: guarantee.obligee.name,
    channel,
    channelName: CHANNEL_NAMES[channel],
    section,
    address,
    text: composeHandover(route, presentFacts(guarantee, sender)),
    fileName,
    otherPapers,
    followUpCall,
    source,
    demo,
    items,
  };
}
