import { PRODUCTS } from "#lib/features/products/constants.ts";
import { CHANNEL_NAMES } from "./constants.ts";
import type { Handable } from "./queries.ts";
import { composeHandover } from "./rules.ts";
import type { HandoverFacts, HandoverGuide, HandoverRoute } from "./types.ts";

/** What the texts of a handover speak of; the contact of the application, else the person who is at the desk. */
export function presentFacts(one: Handable, actorName: string): HandoverFacts {
  const { works, others } = one.answers;
  return {
    obligeeName: one.obligee.name,
    obligeeTitle: one.obligee.title,
    contractor: one.companyName,
    person: others.contactName ?? actorName,
    department: others.contactDepartment,
    phone: others.contactPhone,
    email: others.noticeEmail,
    workNumber: works.workNumber,
    workName: one.workName,
    product: PRODUCTS[one.product].name,
    contractNumber: one.contractNumber,
    guaranteeYen: one.guaranteeYen,
  };
}

/** How the key of a guarantee is handed in, in words, with the texts to copy. */
export function presentGuide(
  route: HandoverRoute,
  one: Handable,
  fileName: string,
  actorName: string,
): HandoverGuide {
  const { channel, section, address, otherPapers, followUpCall, source, demo } = route;
  return {
    obligeeName: one.obligee.name,
    channel,
    channelName: CHANNEL_NAMES[channel],
    section,
    address,
    text: composeHandover(route, presentFacts(one, actorName)),
    fileName,
    otherPapers,
    followUpCall,
    source,
    demo,
  };
}
