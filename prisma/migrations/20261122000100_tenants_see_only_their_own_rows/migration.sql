-- Row-level security: without a context no row exists; a party sees its own. Forced, so that the tables' owner is
-- bound as well. The context is set by inScope() for one transaction.

CREATE FUNCTION app_party() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.party', true), '') $$;
CREATE FUNCTION app_party_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.party_id', true), '')::uuid $$;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['guarantors', 'branches', 'obligees', 'obligee_rules', 'companies', 'users', 'sessions',
    'throttles', 'counters', 'applications', 'submissions', 'guarantees', 'certificates', 'verification_keys',
    'documents', 'verifications', 'audit_events', 'outbox_mails', 'job_steps', 'failed_jobs']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
  END LOOP;

  -- Reference data: every party reads it, the system (seed) and the administrator write it.
  FOREACH t IN ARRAY ARRAY['guarantors', 'branches', 'obligees', 'obligee_rules']
  LOOP
    EXECUTE format('CREATE POLICY everyone_reads ON %I FOR SELECT USING ((SELECT app_party()) IS NOT NULL)', t);
    EXECUTE format('CREATE POLICY system_writes ON %I USING ((SELECT app_party()) IN (''system'', ''admin''))', t);
  END LOOP;

  -- No tenant's data in them; a context is needed all the same.
  FOREACH t IN ARRAY ARRAY['throttles', 'counters', 'job_steps']
  LOOP
    EXECUTE format('CREATE POLICY any_party ON %I USING ((SELECT app_party()) IS NOT NULL)', t);
  END LOOP;

  -- Accounts belong to sign-in alone.
  FOREACH t IN ARRAY ARRAY['companies', 'users', 'sessions']
  LOOP
    EXECUTE format('CREATE POLICY system ON %I USING ((SELECT app_party()) = ''system'')', t);
  END LOOP;

  -- What hangs on a guarantee is visible exactly as far as the guarantee is (its policies apply in the subquery).
  FOREACH t IN ARRAY ARRAY['certificates', 'verification_keys', 'documents']
  LOOP
    EXECUTE format('CREATE POLICY with_its_guarantee ON %I USING (EXISTS (SELECT 1 FROM guarantees g WHERE g.id = guarantee_id))', t);
  END LOOP;
END $$;

CREATE POLICY own_company ON companies FOR SELECT
  USING ((SELECT app_party()) = 'contractor' AND id = (SELECT app_party_id()));

CREATE POLICY contractor ON applications
  USING ((SELECT app_party()) = 'contractor' AND company_id = (SELECT app_party_id()));
CREATE POLICY branch ON applications
  USING ((SELECT app_party()) = 'branch' AND branch_id = (SELECT app_party_id()) AND status <> 'draft');

CREATE POLICY with_its_application ON submissions
  USING (EXISTS (SELECT 1 FROM applications a WHERE a.id = application_id));

CREATE POLICY contractor ON guarantees FOR SELECT
  USING ((SELECT app_party()) = 'contractor' AND company_id = (SELECT app_party_id()));
CREATE POLICY branch ON guarantees
  USING ((SELECT app_party()) = 'branch' AND branch_id = (SELECT app_party_id()));
-- An obligee sees what was issued to it electronically, nothing before and nothing on paper.
CREATE POLICY obligee ON guarantees FOR SELECT
  USING ((SELECT app_party()) = 'obligee' AND obligee_id = (SELECT app_party_id())
         AND status = 'issued' AND form = 'electronic');

CREATE POLICY obligee ON verifications
  USING ((SELECT app_party()) = 'obligee' AND obligee_id = (SELECT app_party_id()));
-- The contractor and the branch see that and when the obligee looked.
CREATE POLICY seen_by_the_parties ON verifications FOR SELECT
  USING ((SELECT app_party()) IN ('contractor', 'branch')
         AND EXISTS (SELECT 1 FROM guarantees g WHERE g.id = guarantee_id));

CREATE POLICY written_by_any_party ON audit_events FOR INSERT WITH CHECK ((SELECT app_party()) IS NOT NULL);
CREATE POLICY own_lines ON audit_events FOR SELECT
  USING (CASE (SELECT app_party())
    WHEN 'contractor' THEN company_id = (SELECT app_party_id())
    WHEN 'branch' THEN branch_id = (SELECT app_party_id())
    WHEN 'obligee' THEN obligee_id = (SELECT app_party_id())
    WHEN 'admin' THEN true
    ELSE false END);

CREATE POLICY sender ON outbox_mails USING ((SELECT app_party()) = 'system');
CREATE POLICY branch ON outbox_mails
  USING ((SELECT app_party()) = 'branch' AND branch_id = (SELECT app_party_id()));

CREATE POLICY worker ON failed_jobs USING ((SELECT app_party()) = 'system');
CREATE POLICY branch ON failed_jobs
  USING ((SELECT app_party()) = 'branch' AND branch_id = (SELECT app_party_id()));

-- 保証契約番号 is made of this number: a sequence never gives one twice, whatever is rolled back.
CREATE SEQUENCE contract_serial AS bigint MINVALUE 0 START 3507500000 MAXVALUE 9999999999;

-- What was sent, certified, stored or written down is never changed.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql
  AS $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = '42501'; END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON submissions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON certificates FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON documents FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Shapes of the public numbers (README, Numbers).
ALTER TABLE guarantees ADD CONSTRAINT contract_number_shape CHECK (contract_number ~ '^\d{5}-\d{5}[A-Z]$');
ALTER TABLE applications ADD CONSTRAINT receipt_number_shape CHECK (receipt_number ~ '^\d{8}-\d{6}$');
ALTER TABLE guarantees ADD CONSTRAINT amounts_in_range
  CHECK (contract_yen BETWEEN 1 AND 999999999999 AND guarantee_yen BETWEEN 1 AND 999999999999);
ALTER TABLE users ADD CONSTRAINT one_party CHECK (
  CASE role WHEN 'contractor' THEN company_id IS NOT NULL AND branch_id IS NULL AND obligee_id IS NULL
            WHEN 'official' THEN obligee_id IS NOT NULL AND company_id IS NULL AND branch_id IS NULL
            WHEN 'admin' THEN num_nonnulls(company_id, branch_id, obligee_id) = 0
            ELSE branch_id IS NOT NULL AND company_id IS NULL AND obligee_id IS NULL END);
