import { formatInstant } from "#lib/core/calendar.ts";
import type { listOpenReissues, ReissueRow } from "./queries.ts";
import type { OpenReissue, ReissueState, WaitingReissue } from "./types.ts";

type Asked = Pick<ReissueRow, "id" | "reason" | "requestedByName" | "requestedAt">;

const presentOpen = ({ id, reason, requestedByName, requestedAt }: Asked): OpenReissue => ({
  id,
  reason,
  by: requestedByName,
  when: formatInstant(requestedAt),
});

/** The waiting request of a guarantee, for the branch; null when there is none. */
export function openOf(rows: readonly ReissueRow[]): OpenReissue | null {
  const open = rows.find(({ status }) => status === "open");
  return open ? presentOpen(open) : null;
}

/** The requests as the contractor sees them; `rows` newest first. */
export function presentReissues(rows: readonly ReissueRow[]): ReissueState {
  const [last] = rows;
  const done = rows.find(({ status }) => status === "done");
  return {
    sequence: (last?.sequence ?? 0) + 1,
    open: openOf(rows),
    declined:
      last?.status === "declined" && last.decidedAt
        ? { when: formatInstant(last.decidedAt), reason: last.declineReason ?? "" }
        : null,
    reissuedAt: done?.decidedAt ? formatInstant(done.decidedAt) : null,
  };
}

/** A waiting request, in the branch's queue. */
export function presentWaiting(row: Awaited<ReturnType<typeof listOpenReissues>>[number]): WaitingReissue {
  const { applicationId, workName, companyName, contractNumber } = row.guarantee;
  return { ...presentOpen(row), applicationId, workName, companyName, contractNumber: contractNumber ?? "" };
}
