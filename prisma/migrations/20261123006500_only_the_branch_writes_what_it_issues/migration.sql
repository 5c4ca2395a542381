-- What hangs on a guarantee was writable by everybody who sees the guarantee. The branch alone writes it (its issuing
-- job), the contractor alone sends; nobody changes or removes any of it.
DROP POLICY with_its_guarantee ON certificates;
DROP POLICY with_its_guarantee ON verification_keys;
DROP POLICY with_its_guarantee ON documents;
DROP POLICY with_its_application ON submissions;

CREATE POLICY branch_issues ON certificates FOR INSERT
  WITH CHECK ((SELECT app_party()) = 'branch' AND EXISTS (SELECT 1 FROM guarantees g WHERE g.id = guarantee_id));
CREATE POLICY branch_issues ON verification_keys FOR INSERT
  WITH CHECK ((SELECT app_party()) = 'branch' AND EXISTS (SELECT 1 FROM guarantees g WHERE g.id = guarantee_id));
CREATE POLICY branch_issues ON documents FOR INSERT
  WITH CHECK ((SELECT app_party()) = 'branch' AND EXISTS (SELECT 1 FROM guarantees g WHERE g.id = guarantee_id));
CREATE POLICY contractor_sends ON submissions FOR INSERT
  WITH CHECK ((SELECT app_party()) = 'contractor' AND EXISTS (SELECT 1 FROM applications a WHERE a.id = application_id));

-- Seen as far as the guarantee is (its policies apply in the subquery) …
CREATE POLICY seen_with_its_guarantee ON certificates FOR SELECT
  USING (EXISTS (SELECT 1 FROM guarantees g WHERE g.id = guarantee_id));
CREATE POLICY seen_with_its_application ON submissions FOR SELECT
  USING (EXISTS (SELECT 1 FROM applications a WHERE a.id = application_id));
-- … but an obligee has the key from the contractor or not at all: neither the notice, in which it stands in clear, nor
-- what shows it again.
CREATE POLICY seen_with_its_guarantee ON documents FOR SELECT
  USING (((SELECT app_party()) IN ('contractor', 'branch') OR kind = 'certificate')
         AND EXISTS (SELECT 1 FROM guarantees g WHERE g.id = guarantee_id));
CREATE POLICY seen_by_the_parties ON verification_keys FOR SELECT
  USING ((SELECT app_party()) IN ('contractor', 'branch')
         AND EXISTS (SELECT 1 FROM guarantees g WHERE g.id = guarantee_id));

-- What an obligee compares a typed key with: the newest verifier of a guarantee that it sees, without the ciphertext. A
-- policy cannot hide a column, so the row opens to the obligee inside this function alone (there the current user is the
-- function's owner and no longer the login).
CREATE FUNCTION key_to_compare(asked uuid)
RETURNS TABLE (version integer, verifier bytea, verifier_key_id text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  SELECT k.version, k.verifier, k.verifier_key_id
  FROM verification_keys k JOIN guarantees g ON g.id = k.guarantee_id
  WHERE k.guarantee_id = asked
    -- Said again for an owner that bypasses row-level security.
    AND app_party() = 'obligee' AND g.obligee_id = app_party_id() AND g.status = 'issued' AND g.form = 'electronic'
  ORDER BY k.version DESC LIMIT 1
$$;
CREATE POLICY obligee_compares ON verification_keys FOR SELECT
  USING ((SELECT app_party()) = 'obligee' AND current_user <> session_user
         AND EXISTS (SELECT 1 FROM guarantees g WHERE g.id = guarantee_id));
