-- CreateEnum
CREATE TYPE "company_role" AS ENUM ('manager', 'applicant', 'viewer');

-- AlterTable
ALTER TABLE "users" ADD COLUMN     "company_role" "company_role";

-- AlterTable
ALTER TABLE "sessions" ADD COLUMN     "address" TEXT,
ADD COLUMN     "user_agent" TEXT;

-- CreateTable
CREATE TABLE "invitations" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "role" "company_role" NOT NULL,
    "version" INTEGER NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "invited_by" UUID NOT NULL,
    "invited_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "password_resets" (
    "id" UUID NOT NULL,
    "user_id" UUID,
    "token_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "password_resets_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "invitations_token_hash_key" ON "invitations"("token_hash");

-- CreateIndex
CREATE INDEX "invitations_company_id_id_idx" ON "invitations"("company_id", "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "password_resets_token_hash_key" ON "password_resets"("token_hash");

-- CreateIndex
CREATE INDEX "password_resets_user_id_idx" ON "password_resets"("user_id");

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "password_resets" ADD CONSTRAINT "password_resets_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Whoever is there already manages the company. Forced row-level security would hide the rows from the owner itself.
ALTER TABLE "users" NO FORCE ROW LEVEL SECURITY;
UPDATE "users" SET "company_role" = 'manager' WHERE "role" = 'contractor';
ALTER TABLE "users" FORCE ROW LEVEL SECURITY;
ALTER TABLE "users" ADD CONSTRAINT company_role_of_contractors CHECK (company_role IS NULL OR role = 'contractor');

-- A company sees its own people and changes them; only sign-in and the acceptance of an invitation make one.
CREATE POLICY own_people ON "users" FOR SELECT
  USING ((SELECT app_party()) = 'contractor' AND company_id = (SELECT app_party_id()));
CREATE POLICY own_people_change ON "users" FOR UPDATE
  USING ((SELECT app_party()) = 'contractor' AND company_id = (SELECT app_party_id()));

ALTER TABLE "invitations" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "invitations" FORCE ROW LEVEL SECURITY;
CREATE POLICY contractor ON "invitations"
  USING ((SELECT app_party()) = 'contractor' AND company_id = (SELECT app_party_id()));
CREATE POLICY system ON "invitations" USING ((SELECT app_party()) = 'system');

ALTER TABLE "password_resets" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "password_resets" FORCE ROW LEVEL SECURITY;
CREATE POLICY system ON "password_resets" USING ((SELECT app_party()) = 'system');
