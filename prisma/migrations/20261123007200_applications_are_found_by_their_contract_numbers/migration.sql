-- An application is found by the numbers of its guarantees, too: that is what a city quotes when it calls the branch. They
-- are kept beside the application, so that its lists still read nothing but their own index.
ALTER TABLE "applications" ADD COLUMN "contract_numbers" TEXT[] DEFAULT ARRAY[]::TEXT[];

CREATE OR REPLACE FUNCTION keep_application_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- What a contractor corrects is not what the branch has: found by the words of the last sending until it is sent again.
  IF TG_OP = 'INSERT' OR NEW.status <> 'returned' THEN
    NEW.search := coalesce(searched(VARIADIC ARRAY[NEW.receipt_number] || NEW.contract_numbers
      || ARRAY[NEW.draft ->> 'workNumber', NEW.obligee_title, NEW.work_name]), '');
    NEW.company_search := left(fold_for_search(NEW.company_name), 100);
  END IF;
  RETURN NEW;
END $$;
DROP TRIGGER keep_search ON "applications";
CREATE TRIGGER keep_search
  BEFORE INSERT OR UPDATE OF receipt_number, contract_numbers, draft, obligee_title, work_name, company_name
  ON "applications" FOR EACH ROW EXECUTE FUNCTION keep_application_search();

-- Appended, not gathered: the jobs of two products number at the same time, and neither sees the other's number yet.
CREATE FUNCTION keep_contract_numbers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE applications SET contract_numbers = array_append(contract_numbers, NEW.contract_number)
    WHERE id = NEW.application_id AND NEW.contract_number <> ALL (coalesce(contract_numbers, '{}'));
  RETURN NULL;
END $$;
CREATE TRIGGER keep_contract_numbers AFTER INSERT OR UPDATE OF contract_number
  ON "guarantees" FOR EACH ROW WHEN (NEW.contract_number IS NOT NULL) EXECUTE FUNCTION keep_contract_numbers();

-- Rows that are there already, by an owner who is let past the policies for this transaction alone.
CREATE POLICY filling_in ON "applications" TO CURRENT_USER USING (true);
CREATE POLICY filling_in ON "guarantees" TO CURRENT_USER USING (true);
UPDATE "applications" a SET "contract_numbers" = g.numbers
  FROM (SELECT application_id, array_agg(contract_number ORDER BY contract_number) AS numbers
    FROM "guarantees" WHERE contract_number IS NOT NULL GROUP BY application_id) g
  WHERE g.application_id = a.id;
DROP POLICY filling_in ON "applications";
DROP POLICY filling_in ON "guarantees";
