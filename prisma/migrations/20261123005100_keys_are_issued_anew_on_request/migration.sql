-- A contractor asks for a new key; the branch makes it or says why not.
CREATE TYPE "reissue_status" AS ENUM ('open', 'done', 'declined');

CREATE TABLE "reissues" (
    "id" UUID NOT NULL,
    "guarantee_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "key_version" INTEGER NOT NULL,
    "status" "reissue_status" NOT NULL,
    "reason" TEXT NOT NULL,
    "requested_by" UUID,
    "requested_by_name" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_name" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "decline_reason" TEXT,

    CONSTRAINT "reissues_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "reissues_guarantee_id_sequence_key" ON "reissues"("guarantee_id", "sequence");
ALTER TABLE "reissues" ADD CONSTRAINT "reissues_guarantee_id_fkey" FOREIGN KEY ("guarantee_id") REFERENCES "guarantees"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One open request for a key at a time, whatever number it carries.
CREATE UNIQUE INDEX "one_open_reissue" ON "reissues"("guarantee_id", "key_version") WHERE "status" = 'open';

-- The contractor asks, the branch decides; both see it as far as the guarantee (its policies apply in the subquery).
ALTER TABLE "reissues" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "reissues" FORCE ROW LEVEL SECURITY;
CREATE POLICY contractor_asks ON "reissues" FOR INSERT
  WITH CHECK ((SELECT app_party()) = 'contractor' AND status = 'open' AND EXISTS (SELECT 1 FROM guarantees g WHERE g.id = guarantee_id));
CREATE POLICY branch_decides ON "reissues" FOR UPDATE
  USING ((SELECT app_party()) = 'branch' AND EXISTS (SELECT 1 FROM guarantees g WHERE g.id = guarantee_id));
CREATE POLICY seen_by_the_parties ON "reissues" FOR SELECT
  USING ((SELECT app_party()) IN ('contractor', 'branch') AND EXISTS (SELECT 1 FROM guarantees g WHERE g.id = guarantee_id));

ALTER TYPE "notice_event" ADD VALUE 'key_reissued';
ALTER TYPE "notice_event" ADD VALUE 'key_reissue_declined';
