-- A mail can take a stored PDF along, by id, and name who answers.
ALTER TABLE "outbox_mails" ADD COLUMN "reply_to" TEXT;
ALTER TABLE "outbox_mails" ADD COLUMN "attachment_id" UUID;
ALTER TABLE "outbox_mails" ADD CONSTRAINT "outbox_mails_attachment_id_fkey" FOREIGN KEY ("attachment_id") REFERENCES "documents"("id") ON DELETE SET NULL ON UPDATE CASCADE;

CREATE TABLE "handovers" (
    "id" UUID NOT NULL,
    "guarantee_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "route_id" UUID NOT NULL,
    "mail_id" UUID NOT NULL,
    "key_version" INTEGER NOT NULL,
    "requested_by" UUID,
    "requested_by_name" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "handovers_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "handovers_mail_id_key" ON "handovers"("mail_id");
CREATE UNIQUE INDEX "handovers_guarantee_id_sequence_key" ON "handovers"("guarantee_id", "sequence");

ALTER TABLE "handovers" ADD CONSTRAINT "handovers_guarantee_id_fkey" FOREIGN KEY ("guarantee_id") REFERENCES "guarantees"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_route_id_fkey" FOREIGN KEY ("route_id") REFERENCES "handover_routes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_mail_id_fkey" FOREIGN KEY ("mail_id") REFERENCES "outbox_mails"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The contractor hands over; contractor and branch see it as far as the guarantee (its policies apply in the subquery).
ALTER TABLE "handovers" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "handovers" FORCE ROW LEVEL SECURITY;
CREATE POLICY contractor ON "handovers" FOR INSERT
  WITH CHECK ((SELECT app_party()) = 'contractor' AND EXISTS (SELECT 1 FROM guarantees g WHERE g.id = guarantee_id));
CREATE POLICY seen_by_the_parties ON "handovers" FOR SELECT
  USING ((SELECT app_party()) IN ('contractor', 'branch') AND EXISTS (SELECT 1 FROM guarantees g WHERE g.id = guarantee_id));

-- A contractor writes mails about its own guarantees, in the name of their branch, and sees those that it handed over.
CREATE POLICY contractor_hands_over ON "outbox_mails" FOR INSERT
  WITH CHECK ((SELECT app_party()) = 'contractor'
    AND EXISTS (SELECT 1 FROM guarantees g WHERE g.id = guarantee_id AND g.branch_id = outbox_mails.branch_id));
CREATE POLICY contractor_sees_handovers ON "outbox_mails" FOR SELECT
  USING ((SELECT app_party()) = 'contractor' AND EXISTS (SELECT 1 FROM handovers h WHERE h.mail_id = outbox_mails.id));

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "handovers" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
