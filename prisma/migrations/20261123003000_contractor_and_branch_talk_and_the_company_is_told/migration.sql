-- 取下げ, the talk between contractor and branch, what a company is told of, and the 保証期限 that it is reminded of.
CREATE TYPE "message_party" AS ENUM ('contractor', 'branch');

CREATE TYPE "notice_event" AS ENUM ('application_received', 'message_arrived', 'application_returned', 'application_refused', 'guarantee_issued', 'guarantee_viewed', 'guarantee_expiring');

ALTER TYPE "application_status" ADD VALUE 'withdrawn';

ALTER TABLE "guarantees" ADD COLUMN     "expires_on" DATE;

CREATE TABLE "message_threads" (
    "application_id" UUID NOT NULL,
    "from_contractor" INTEGER NOT NULL DEFAULT 0,
    "from_branch" INTEGER NOT NULL DEFAULT 0,
    "read_by_contractor" INTEGER NOT NULL DEFAULT 0,
    "read_by_branch" INTEGER NOT NULL DEFAULT 0,
    "contractor_unread" BOOLEAN NOT NULL DEFAULT false,
    "branch_unread" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "message_threads_pkey" PRIMARY KEY ("application_id")
);

CREATE TABLE "messages" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "party" "message_party" NOT NULL,
    "office_name" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "author_name" TEXT NOT NULL,
    "of_author" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "messages_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "notices" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "branch_id" UUID NOT NULL,
    "event" "notice_event" NOT NULL,
    "topic" TEXT NOT NULL,
    "application_id" UUID NOT NULL,
    "guarantee_id" UUID,
    "data" JSONB NOT NULL,
    "noticed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "notices_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "notice_reads" (
    "user_id" UUID NOT NULL,
    "notice_id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "notice_reads_pkey" PRIMARY KEY ("user_id","notice_id")
);

CREATE TABLE "notice_settings" (
    "user_id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "by_mail" BOOLEAN NOT NULL,

    CONSTRAINT "notice_settings_pkey" PRIMARY KEY ("user_id","kind")
);

CREATE INDEX "message_threads_contractor_unread_idx" ON "message_threads"("contractor_unread");

CREATE INDEX "message_threads_branch_unread_idx" ON "message_threads"("branch_unread");

CREATE UNIQUE INDEX "messages_application_id_number_key" ON "messages"("application_id", "number");

CREATE UNIQUE INDEX "messages_application_id_author_id_of_author_key" ON "messages"("application_id", "author_id", "of_author");

CREATE UNIQUE INDEX "notices_topic_key" ON "notices"("topic");

CREATE INDEX "notices_company_id_id_idx" ON "notices"("company_id", "id" DESC);

CREATE INDEX "notice_reads_notice_id_idx" ON "notice_reads"("notice_id");

CREATE INDEX "notice_settings_company_id_idx" ON "notice_settings"("company_id");

CREATE INDEX "guarantees_branch_id_expires_on_idx" ON "guarantees"("branch_id", "expires_on");

ALTER TABLE "message_threads" ADD CONSTRAINT "message_threads_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "messages" ADD CONSTRAINT "messages_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "notices" ADD CONSTRAINT "notices_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "notices" ADD CONSTRAINT "notices_guarantee_id_fkey" FOREIGN KEY ("guarantee_id") REFERENCES "guarantees"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "notice_reads" ADD CONSTRAINT "notice_reads_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "notices"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- 保証期限 of what was issued before: it stands in the newest certificate. Forced row-level security would hide every
-- row from the owner as well.
ALTER TABLE "guarantees" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "certificates" NO FORCE ROW LEVEL SECURITY;
UPDATE "guarantees" g SET "expires_on" = (
  SELECT (c."content"->>'expiresOn')::date FROM "certificates" c WHERE c."guarantee_id" = g."id" ORDER BY c."version" DESC LIMIT 1);
ALTER TABLE "guarantees" FORCE ROW LEVEL SECURITY;
ALTER TABLE "certificates" FORCE ROW LEVEL SECURITY;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['message_threads', 'messages', 'notices', 'notice_reads', 'notice_settings']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
END $$;

-- The talk belongs to the two who have the application (its policies apply in the subquery); each writes in its own name.
CREATE POLICY seen_by_both ON "message_threads" FOR SELECT
  USING ((SELECT app_party()) IN ('contractor', 'branch') AND EXISTS (SELECT 1 FROM applications a WHERE a.id = application_id));
CREATE POLICY begun_by_both ON "message_threads" FOR INSERT
  WITH CHECK ((SELECT app_party()) IN ('contractor', 'branch') AND EXISTS (SELECT 1 FROM applications a WHERE a.id = application_id));
CREATE POLICY kept_by_both ON "message_threads" FOR UPDATE
  USING ((SELECT app_party()) IN ('contractor', 'branch') AND EXISTS (SELECT 1 FROM applications a WHERE a.id = application_id));
CREATE POLICY with_its_application ON "messages" FOR SELECT
  USING ((SELECT app_party()) IN ('contractor', 'branch') AND EXISTS (SELECT 1 FROM applications a WHERE a.id = application_id));
CREATE POLICY own_name ON "messages" FOR INSERT
  WITH CHECK ("party"::text = (SELECT app_party()) AND EXISTS (SELECT 1 FROM applications a WHERE a.id = application_id));

-- A company reads what it is told; whoever does something with its application or guarantee tells it.
CREATE POLICY contractor ON "notices" FOR SELECT
  USING ((SELECT app_party()) = 'contractor' AND company_id = (SELECT app_party_id()));
CREATE POLICY branch ON "notices" FOR SELECT
  USING ((SELECT app_party()) = 'branch' AND branch_id = (SELECT app_party_id()));
CREATE POLICY told_by_its_parties ON "notices" FOR INSERT
  WITH CHECK ((SELECT app_party()) IN ('contractor', 'branch') AND EXISTS (
    SELECT 1 FROM applications a
    WHERE a.id = application_id AND a.company_id = notices.company_id AND a.branch_id = notices.branch_id));
CREATE POLICY told_by_the_obligee ON "notices" FOR INSERT
  WITH CHECK ((SELECT app_party()) = 'obligee' AND EXISTS (
    SELECT 1 FROM guarantees g
    WHERE g.id = guarantee_id AND g.application_id = notices.application_id
      AND g.company_id = notices.company_id AND g.branch_id = notices.branch_id));

CREATE POLICY contractor ON "notice_reads"
  USING ((SELECT app_party()) = 'contractor' AND company_id = (SELECT app_party_id()));
CREATE POLICY contractor ON "notice_settings"
  USING ((SELECT app_party()) = 'contractor' AND company_id = (SELECT app_party_id()));
-- The worker asks who wants a mail.
CREATE POLICY sender ON "notice_settings" FOR SELECT USING ((SELECT app_party()) = 'system');

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "messages" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "notices" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
