import { formatInstant } from "#lib/core/calendar.ts";
import { PRODUCTS } from "#lib/features/products/constants.ts";
import { CHANNEL_NAMES, STATE_NAMES } from "./constants.ts";
import type { Handable, listHandovers } from "./queries.ts";
import { composeHandover } from "./rules.ts";
import type { HandoverFacts, HandoverGuide, HandoverItem, HandoverRoute, HandoverSender } from "./types.ts";

/** What the texts of a handover speak of; the contact of the application, else the person who is at the desk. */
export function presentFacts(one: Handable, sender: HandoverSender): HandoverFacts {
  const { works, others } = one.answers;
  return {
    obligeeName: one.obligee.name,
    obligeeTitle: one.obligee.title,
    contractor: one.companyName,
    person: others.contactName ?? sender.name,
    department: others.contactDepartment,
    phone: others.contactPhone ?? sender.phone,
    email: others.noticeEmail ?? sender.email,
    workNumber: works.workNumber,
    workName: one.workName,
    product: PRODUCTS[one.product].name,
    contractNumber: one.contractNumber,
    guaranteeYen: one.guaranteeYen,
  };
}

type Sent = Awaited<ReturnType<typeof listHandovers>>[number];

const states = { queued: "waiting", sent: "sent", failed: "failed" } as const;

/** One handing over in words. */
export function presentHandover(one: Sent, keyVersion: number): HandoverItem {
  const state = states[one.mail.status];
  return {
    sequence: one.sequence,
    state,
    stateName: STATE_NAMES[state],
    when: formatInstant(one.mail.sentAt ?? one.requestedAt),
    recipient: one.mail.recipient,
    by: one.requestedByName,
    outdated: one.keyVersion < keyVersion,
  };
}

/** How the key of a guarantee is handed in, in words, with the texts to copy. */
export function presentGuide(
  route: HandoverRoute,
  one: Handable,
  fileName: string,
  sender: HandoverSender,
  items: HandoverItem[],
): HandoverGuide {
  const { channel, section, address, otherPapers, followUpCall, source, demo } = route;
  return {
    obligeeName: one.obligee.name,
    channel,
    channelName: CHANNEL_NAMES[channel],
    section,
    address,
    text: composeHandover(route, presentFacts(one, sender)),
    fileName,
    otherPapers,
    followUpCall,
    source,
    demo,
    items,
  };
}
