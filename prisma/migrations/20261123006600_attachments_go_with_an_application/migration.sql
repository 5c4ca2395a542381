-- CreateEnum
CREATE TYPE "attachment_kind" AS ENUM ('contract', 'nomination', 'other');

-- CreateEnum
CREATE TYPE "attachment_state" AS ENUM ('uploading', 'stored');

-- CreateEnum
CREATE TYPE "attachment_scan" AS ENUM ('unscanned', 'clean', 'infected');

-- CreateTable
CREATE TABLE "attachments" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "kind" "attachment_kind" NOT NULL,
    "file_name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "pixels" INTEGER,
    "state" "attachment_state" NOT NULL,
    "scan" "attachment_scan" NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" BYTEA,
    "uploaded_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "attachments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attachment_chunks" (
    "attachment_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "attachment_chunks_pkey" PRIMARY KEY ("attachment_id","position")
);

-- CreateTable
CREATE TABLE "submission_attachments" (
    "submission_id" UUID NOT NULL,
    "attachment_id" UUID NOT NULL,

    CONSTRAINT "submission_attachments_pkey" PRIMARY KEY ("submission_id","attachment_id")
);

-- CreateIndex
CREATE INDEX "attachments_application_id_id_idx" ON "attachments"("application_id", "id");

-- CreateIndex
CREATE INDEX "attachments_sent_at_created_at_idx" ON "attachments"("sent_at", "created_at");

-- CreateIndex
CREATE INDEX "submission_attachments_attachment_id_idx" ON "submission_attachments"("attachment_id");

-- AddForeignKey
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment_chunks" ADD CONSTRAINT "attachment_chunks_attachment_id_fkey" FOREIGN KEY ("attachment_id") REFERENCES "attachments"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission_attachments" ADD CONSTRAINT "submission_attachments_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submissions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission_attachments" ADD CONSTRAINT "submission_attachments_attachment_id_fkey" FOREIGN KEY ("attachment_id") REFERENCES "attachments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "attachments" ADD CONSTRAINT "attachment_type" CHECK (media_type IN ('application/pdf', 'image/jpeg', 'image/png'));
ALTER TABLE "attachments" ADD CONSTRAINT "attachment_size" CHECK (size BETWEEN 0 AND 20971520);
ALTER TABLE "attachments" ADD CONSTRAINT "stored_with_its_hash" CHECK (state = 'uploading' OR (sha256 IS NOT NULL AND size > 0));

-- What was stored stays as it was: only its scan, its removal and its first sending are written later.
CREATE FUNCTION keep_stored_attachment() RETURNS trigger LANGUAGE plpgsql
  AS $$
BEGIN
  IF OLD.state = 'stored' AND
    (NEW.id, NEW.application_id, NEW.company_id, NEW.kind, NEW.file_name, NEW.media_type, NEW.pixels, NEW.state, NEW.size, NEW.sha256, NEW.uploaded_by, NEW.created_at)
    IS DISTINCT FROM
    (OLD.id, OLD.application_id, OLD.company_id, OLD.kind, OLD.file_name, OLD.media_type, OLD.pixels, OLD.state, OLD.size, OLD.sha256, OLD.uploaded_by, OLD.created_at)
  THEN RAISE EXCEPTION 'a stored attachment does not change' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_stored BEFORE UPDATE ON "attachments" FOR EACH ROW EXECUTE FUNCTION keep_stored_attachment();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "submission_attachments" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE "attachments" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "attachments" FORCE ROW LEVEL SECURITY;
ALTER TABLE "attachment_chunks" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "attachment_chunks" FORCE ROW LEVEL SECURITY;
ALTER TABLE "submission_attachments" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "submission_attachments" FORCE ROW LEVEL SECURITY;

-- The contractor adds to its own applications while they may be edited, and takes back what did not arrive.
CREATE POLICY contractor_sees ON "attachments" FOR SELECT
  USING ((SELECT app_party()) = 'contractor' AND company_id = (SELECT app_party_id()));
CREATE POLICY contractor_adds ON "attachments" FOR INSERT
  WITH CHECK ((SELECT app_party()) = 'contractor' AND company_id = (SELECT app_party_id())
    AND EXISTS (SELECT 1 FROM applications a WHERE a.id = application_id AND a.status IN ('draft', 'returned')));
CREATE POLICY contractor_changes ON "attachments" FOR UPDATE
  USING ((SELECT app_party()) = 'contractor' AND company_id = (SELECT app_party_id()));
CREATE POLICY contractor_drops ON "attachments" FOR DELETE
  USING ((SELECT app_party()) = 'contractor' AND company_id = (SELECT app_party_id()) AND state = 'uploading');
-- The branch sees what was sent to it, and its job writes what the scan found.
CREATE POLICY branch_sees ON "attachments" FOR SELECT
  USING ((SELECT app_party()) = 'branch' AND sent_at IS NOT NULL
    AND EXISTS (SELECT 1 FROM applications a WHERE a.id = application_id));
CREATE POLICY branch_scans ON "attachments" FOR UPDATE
  USING ((SELECT app_party()) = 'branch' AND sent_at IS NOT NULL
    AND EXISTS (SELECT 1 FROM applications a WHERE a.id = application_id));
-- The worker sweeps what never arrived and what was removed unsent; it sees nothing else, and none of the bytes.
CREATE POLICY worker_sees_leftovers ON "attachments" FOR SELECT
  USING ((SELECT app_party()) = 'system' AND sent_at IS NULL AND (state = 'uploading' OR removed_at IS NOT NULL));
CREATE POLICY worker_sweeps ON "attachments" FOR DELETE
  USING ((SELECT app_party()) = 'system' AND sent_at IS NULL AND (state = 'uploading' OR removed_at IS NOT NULL));

-- Bytes are seen with their attachment, and come in while it is uploading.
CREATE POLICY seen_with_its_attachment ON "attachment_chunks" FOR SELECT
  USING (EXISTS (SELECT 1 FROM attachments a WHERE a.id = attachment_id));
CREATE POLICY contractor_uploads ON "attachment_chunks" FOR INSERT
  WITH CHECK ((SELECT app_party()) = 'contractor'
    AND EXISTS (SELECT 1 FROM attachments a WHERE a.id = attachment_id AND a.state = 'uploading'));

CREATE POLICY seen_with_its_submission ON "submission_attachments" FOR SELECT
  USING (EXISTS (SELECT 1 FROM submissions s WHERE s.id = submission_id));
CREATE POLICY contractor_sends ON "submission_attachments" FOR INSERT
  WITH CHECK ((SELECT app_party()) = 'contractor'
    AND EXISTS (SELECT 1 FROM submissions s JOIN attachments a ON a.application_id = s.application_id
      WHERE s.id = submission_id AND a.id = attachment_id AND a.state = 'stored'));
