-- CreateEnum
CREATE TYPE "role" AS ENUM ('contractor', 'staff', 'approver', 'official', 'admin');

-- CreateEnum
CREATE TYPE "application_status" AS ENUM ('draft', 'submitted', 'examining', 'returned', 'refused', 'approved', 'issuing', 'issued');

-- CreateEnum
CREATE TYPE "product" AS ENUM ('advance', 'performance', 'interim');

-- CreateEnum
CREATE TYPE "certificate_form" AS ENUM ('paper', 'electronic');

-- CreateEnum
CREATE TYPE "guarantee_status" AS ENUM ('issuing', 'issued');

-- CreateEnum
CREATE TYPE "document_kind" AS ENUM ('certificate', 'key_notice');

-- CreateEnum
CREATE TYPE "mail_status" AS ENUM ('queued', 'sent', 'failed');

-- CreateTable
CREATE TABLE "companies" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL,

    CONSTRAINT "companies_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "company_id" UUID,
    "branch_id" UUID,
    "obligee_id" UUID,
    "disabled_at" TIMESTAMPTZ(3),

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "applications" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "branch_id" UUID,
    "status" "application_status" NOT NULL,
    "draft" JSONB NOT NULL,
    "work_name" TEXT NOT NULL,
    "obligee_title" TEXT NOT NULL,
    "company_name" TEXT NOT NULL,
    "products" TEXT[],
    "guaranteed_yen" BIGINT NOT NULL,
    "receipt_number" TEXT,
    "revision" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "examiner_id" UUID,
    "examiner_name" TEXT,
    "approver_id" UUID,
    "approver_name" TEXT,
    "decision_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_at" TIMESTAMPTZ(3),

    CONSTRAINT "applications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "submissions" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "form_version" INTEGER NOT NULL,
    "terms_version" TEXT NOT NULL,
    "rule_version" INTEGER NOT NULL,
    "answers" JSONB NOT NULL,
    "summary" JSONB NOT NULL,
    "applicant" JSONB NOT NULL,
    "submitted_by" UUID NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "submissions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_events" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "event" TEXT NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "company_id" UUID,
    "branch_id" UUID,
    "obligee_id" UUID,
    "application_id" UUID,
    "guarantee_id" UUID,
    "data" JSONB NOT NULL,

    CONSTRAINT "audit_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "guarantees" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "branch_id" UUID NOT NULL,
    "obligee_id" UUID NOT NULL,
    "product" "product" NOT NULL,
    "form" "certificate_form" NOT NULL,
    "status" "guarantee_status" NOT NULL,
    "contract_number" TEXT,
    "work_name" TEXT NOT NULL,
    "obligee_title" TEXT NOT NULL,
    "company_name" TEXT NOT NULL,
    "contract_yen" BIGINT NOT NULL,
    "guarantee_yen" BIGINT NOT NULL,
    "ordered_at" TIMESTAMPTZ(3) NOT NULL,
    "issued_at" TIMESTAMPTZ(3),

    CONSTRAINT "guarantees_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "certificates" (
    "id" UUID NOT NULL,
    "guarantee_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "certificates_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification_keys" (
    "id" UUID NOT NULL,
    "guarantee_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "verifier" BYTEA NOT NULL,
    "verifier_key_id" TEXT NOT NULL,
    "ciphertext" BYTEA NOT NULL,
    "cipher_key_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "verification_keys_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "documents" (
    "id" UUID NOT NULL,
    "guarantee_id" UUID NOT NULL,
    "kind" "document_kind" NOT NULL,
    "version" INTEGER NOT NULL,
    "sha256" BYTEA NOT NULL,
    "bytes" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "documents_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "guarantors" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "representative" TEXT NOT NULL,
    "seal" TEXT NOT NULL,
    "sample" BOOLEAN NOT NULL,

    CONSTRAINT "guarantors_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "branches" (
    "id" UUID NOT NULL,
    "guarantor_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "tel" TEXT NOT NULL,
    "fax" TEXT NOT NULL,
    "hours" TEXT NOT NULL,
    "approval_limit_yen" BIGINT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "branches_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "job_steps" (
    "job_key" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "done_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "job_steps_pkey" PRIMARY KEY ("job_key","step")
);

-- CreateTable
CREATE TABLE "failed_jobs" (
    "job_key" TEXT NOT NULL,
    "branch_id" UUID NOT NULL,
    "queue" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "failed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "failed_jobs_pkey" PRIMARY KEY ("job_key")
);

-- CreateTable
CREATE TABLE "outbox_mails" (
    "id" UUID NOT NULL,
    "topic" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "branch_id" UUID,
    "guarantee_id" UUID,
    "message_id" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "status" "mail_status" NOT NULL,
    "attempts" INTEGER NOT NULL,
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_mails_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "obligees" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "obligees_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "obligee_rules" (
    "id" UUID NOT NULL,
    "obligee_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "effective_from" DATE NOT NULL,
    "accepts_electronic" BOOLEAN NOT NULL,
    "notice_on_or_after" DATE,
    "nomination_on_or_after" DATE,
    "advance_cap_percent" INTEGER NOT NULL,
    "performance_min_percent" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "demo_percentages" BOOLEAN NOT NULL,

    CONSTRAINT "obligee_rules_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "throttles" (
    "key" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "blocked_until" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "throttles_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "counters" (
    "name" TEXT NOT NULL,
    "value" BIGINT NOT NULL,

    CONSTRAINT "counters_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "verifications" (
    "id" UUID NOT NULL,
    "obligee_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "guarantee_id" UUID NOT NULL,
    "verified_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "verifications_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE UNIQUE INDEX "sessions_token_hash_key" ON "sessions"("token_hash");

-- CreateIndex
CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "applications_receipt_number_key" ON "applications"("receipt_number");

-- CreateIndex
CREATE INDEX "applications_company_id_id_idx" ON "applications"("company_id", "id" DESC);

-- CreateIndex
CREATE INDEX "applications_branch_id_submitted_at_id_idx" ON "applications"("branch_id", "submitted_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "submissions_application_id_revision_key" ON "submissions"("application_id", "revision");

-- CreateIndex
CREATE INDEX "audit_events_application_id_at_idx" ON "audit_events"("application_id", "at");

-- CreateIndex
CREATE INDEX "audit_events_guarantee_id_at_idx" ON "audit_events"("guarantee_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "guarantees_contract_number_key" ON "guarantees"("contract_number");

-- CreateIndex
CREATE INDEX "guarantees_company_id_id_idx" ON "guarantees"("company_id", "id" DESC);

-- CreateIndex
CREATE INDEX "guarantees_branch_id_id_idx" ON "guarantees"("branch_id", "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "guarantees_application_id_product_key" ON "guarantees"("application_id", "product");

-- CreateIndex
CREATE UNIQUE INDEX "certificates_guarantee_id_version_key" ON "certificates"("guarantee_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "verification_keys_guarantee_id_version_key" ON "verification_keys"("guarantee_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "documents_guarantee_id_kind_version_key" ON "documents"("guarantee_id", "kind", "version");

-- CreateIndex
CREATE UNIQUE INDEX "branches_name_key" ON "branches"("name");

-- CreateIndex
CREATE INDEX "failed_jobs_branch_id_failed_at_idx" ON "failed_jobs"("branch_id", "failed_at");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_mails_message_id_key" ON "outbox_mails"("message_id");

-- CreateIndex
CREATE INDEX "outbox_mails_branch_id_status_created_at_idx" ON "outbox_mails"("branch_id", "status", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_mails_topic_recipient_key" ON "outbox_mails"("topic", "recipient");

-- CreateIndex
CREATE UNIQUE INDEX "obligees_name_key" ON "obligees"("name");

-- CreateIndex
CREATE UNIQUE INDEX "obligees_title_key" ON "obligees"("title");

-- CreateIndex
CREATE UNIQUE INDEX "obligee_rules_obligee_id_version_key" ON "obligee_rules"("obligee_id", "version");

-- CreateIndex
CREATE INDEX "verifications_guarantee_id_verified_at_idx" ON "verifications"("guarantee_id", "verified_at");

-- CreateIndex
CREATE INDEX "verifications_obligee_id_verified_at_idx" ON "verifications"("obligee_id", "verified_at");

-- AddForeignKey
ALTER TABLE "users" ADD CONSTRAINT "users_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "users" ADD CONSTRAINT "users_branch_id_fkey" FOREIGN KEY ("branch_id") REFERENCES "branches"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "users" ADD CONSTRAINT "users_obligee_id_fkey" FOREIGN KEY ("obligee_id") REFERENCES "obligees"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guarantees" ADD CONSTRAINT "guarantees_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "applications"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_guarantee_id_fkey" FOREIGN KEY ("guarantee_id") REFERENCES "guarantees"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verification_keys" ADD CONSTRAINT "verification_keys_guarantee_id_fkey" FOREIGN KEY ("guarantee_id") REFERENCES "guarantees"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "documents" ADD CONSTRAINT "documents_guarantee_id_fkey" FOREIGN KEY ("guarantee_id") REFERENCES "guarantees"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "branches" ADD CONSTRAINT "branches_guarantor_id_fkey" FOREIGN KEY ("guarantor_id") REFERENCES "guarantors"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "obligee_rules" ADD CONSTRAINT "obligee_rules_obligee_id_fkey" FOREIGN KEY ("obligee_id") REFERENCES "obligees"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

