import { jsonRoute } from "#lib/core/json-route.ts";
import { saveDraftOperation } from "#lib/features/drafts/operations.ts";

/**
 * Autosave of a draft while it is typed. It is a route, because a page that is being left can still send it
 * (`keepalive`). Takes `{ step, fields: { name: text }, version, editor, sequence }`, of which the last three say what
 * the save is based on. Answers `{ savedAt, version, changed }` (ISO; what others changed since that version), 409
 * not_editable or deleted, or 409 conflict when somebody else changed the same field since: the rest was saved, and
 * `conflicts` has both texts of each field that was not.
 */
export const POST = jsonRoute(saveDraftOperation, (saved) =>
  saved.conflicts.length > 0
    ? Response.json(
        { code: "conflict", message: "同じ項目が、別の画面で変更されています。", ...saved },
        { status: 409 },
      )
    : Response.json(saved),
);
