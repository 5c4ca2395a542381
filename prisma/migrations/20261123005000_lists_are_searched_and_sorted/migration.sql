-- The form in which two spellings are compared by a search: foldForSearch() of lib/core/text.ts, for what is stored.
-- NFKC, small letters, without hyphens, blanks, control and format characters; again NFKC, since a voicing mark can come
-- to stand behind its kana.
CREATE FUNCTION fold_for_search(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT normalize(regexp_replace(lower(normalize(value, NFKC)),
    '[-\u2010-\u2015\u2043\u2212\u2500\u2501\u30FC\uFE58\uFE63\uFF0D\uFF70\u0001-\u0020\u007F-\u00A0\u00AD\u0600-\u0605\u061C\u06DD\u070F\u0890\u0891\u08E2\u1680\u180E\u2000-\u200F\u2028-\u202F\u205F-\u2064\u2066-\u206F\u3000\uFEFF\uFFF9-\uFFFB\U000110BD\U000110CD\U00013430-\U0001343F\U0001BCA0-\U0001BCA3\U0001D173-\U0001D17A\U000E0001\U000E0020-\U000E007F]',
    '', 'g'), NFKC) $$;

ALTER TABLE "applications" ADD COLUMN "search" TEXT NOT NULL DEFAULT '';
ALTER TABLE "applications" ADD COLUMN "company_search" TEXT NOT NULL DEFAULT '';
ALTER TABLE "guarantees" ADD COLUMN "search" TEXT NOT NULL DEFAULT '';

-- The parts stand on lines of their own, so that no search runs from one into the next. Cut to what an index holds.
CREATE FUNCTION searched(VARIADIC parts text[]) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT left(string_agg(fold_for_search(part), E'\n'), 300) FROM unnest(parts) AS part WHERE part <> '' $$;

CREATE FUNCTION keep_application_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- What a contractor corrects is not what the branch has: found by the words of the last sending until it is sent again.
  IF TG_OP = 'INSERT' OR NEW.status <> 'returned' THEN
    NEW.search := coalesce(searched(NEW.receipt_number, NEW.draft ->> 'workNumber', NEW.obligee_title, NEW.work_name), '');
    NEW.company_search := left(fold_for_search(NEW.company_name), 100);
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_search BEFORE INSERT OR UPDATE OF receipt_number, draft, obligee_title, work_name, company_name
  ON "applications" FOR EACH ROW EXECUTE FUNCTION keep_application_search();

CREATE FUNCTION keep_guarantee_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.search := coalesce(searched(NEW.contract_number, NEW.obligee_title, NEW.work_name), '');
  RETURN NEW;
END $$;
CREATE TRIGGER keep_search BEFORE INSERT OR UPDATE OF contract_number, obligee_title, work_name
  ON "guarantees" FOR EACH ROW EXECUTE FUNCTION keep_guarantee_search();

-- Rows that are there already. Forced row-level security hides them from the owner, who is no superuser: for this
-- transaction alone the owner is let through, by a policy that ends with it.
CREATE POLICY filling_in ON "applications" TO CURRENT_USER USING (true);
CREATE POLICY filling_in ON "guarantees" TO CURRENT_USER USING (true);
UPDATE "applications" SET "search" = coalesce(searched(receipt_number, CASE WHEN status <> 'returned' THEN draft ->> 'workNumber' END, obligee_title, work_name), ''),
  "company_search" = left(fold_for_search(company_name), 100);
UPDATE "guarantees" SET "search" = coalesce(searched(contract_number, obligee_title, work_name), '');
DROP POLICY filling_in ON "applications";
DROP POLICY filling_in ON "guarantees";

-- Each order of a list is one index that begins with the tenant and holds the filters.
DROP INDEX "applications_company_id_id_idx";
DROP INDEX "applications_branch_id_submitted_at_id_idx";
DROP INDEX "guarantees_company_id_id_idx";
CREATE INDEX "applications_newest" ON "applications"("company_id", "id" DESC, "deleted_at", "status", "obligee_title", "search");
CREATE INDEX "applications_largest" ON "applications"("company_id", "guaranteed_yen" DESC, "id" DESC, "deleted_at", "status", "obligee_title", "search");
CREATE INDEX "applications_queue" ON "applications"("branch_id", "submitted_at" DESC, "id" DESC, "status", "obligee_title", "search", "company_search");
CREATE INDEX "guarantees_newest" ON "guarantees"("company_id", "id" DESC, "status", "form", "product", "obligee_id", "expires_on", "search");
CREATE INDEX "guarantees_largest" ON "guarantees"("company_id", "guarantee_yen" DESC, "id" DESC, "status", "form", "product", "obligee_id", "expires_on", "search");
CREATE INDEX "guarantees_soonest" ON "guarantees"("company_id", "expires_on", "id", "status", "form", "product", "obligee_id", "search");
