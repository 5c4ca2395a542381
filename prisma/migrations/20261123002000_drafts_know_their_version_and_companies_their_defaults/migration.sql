-- AlterTable
ALTER TABLE "applications" ADD COLUMN     "deleted_at" TIMESTAMPTZ(3),
ADD COLUMN     "draft_trail" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "draft_version" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "company_defaults" (
    "company_id" UUID NOT NULL,
    "answers" JSONB NOT NULL,
    "version" INTEGER NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "saved_by" TEXT NOT NULL,

    CONSTRAINT "company_defaults_pkey" PRIMARY KEY ("company_id")
);

-- AddForeignKey
ALTER TABLE "company_defaults" ADD CONSTRAINT "company_defaults_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The company alone sees and keeps its own.
ALTER TABLE "company_defaults" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "company_defaults" FORCE ROW LEVEL SECURITY;
CREATE POLICY contractor ON "company_defaults"
  USING ((SELECT app_party()) = 'contractor' AND company_id = (SELECT app_party_id()));
