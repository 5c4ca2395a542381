-- A policy is asked of every row, with all its parties: an index answers alone only when it holds their columns too.
-- That a guarantee is issued is asked of its date, for which there are statistics behind row-level security.
DROP INDEX "applications_newest";
DROP INDEX "applications_largest";
DROP INDEX "applications_queue";
DROP INDEX "guarantees_newest";
DROP INDEX "guarantees_largest";
DROP INDEX "guarantees_soonest";
CREATE INDEX "applications_newest" ON "applications"("company_id", "id" DESC, "branch_id", "deleted_at", "status", "obligee_title", "search");
CREATE INDEX "applications_largest" ON "applications"("company_id", "guaranteed_yen" DESC, "id" DESC, "branch_id", "deleted_at", "status", "obligee_title", "search");
CREATE INDEX "applications_queue" ON "applications"("branch_id", "submitted_at" DESC, "id" DESC, "company_id", "status", "obligee_title", "search", "company_search");
CREATE INDEX "guarantees_newest" ON "guarantees"("company_id", "id" DESC, "branch_id", "issued_at", "status", "form", "product", "obligee_id", "expires_on", "search");
CREATE INDEX "guarantees_largest" ON "guarantees"("company_id", "guarantee_yen" DESC, "id" DESC, "branch_id", "issued_at", "status", "form", "product", "obligee_id", "expires_on", "search");
CREATE INDEX "guarantees_soonest" ON "guarantees"("company_id", "expires_on", "id", "branch_id", "issued_at", "status", "form", "product", "obligee_id", "search");
