-- Every request asks who is signed in. It asks once: one statement instead of a transaction of eight. Accounts belong to
-- the system's context alone, so the function brings it along for as long as it reads, and puts back the context that it
-- was called in; an error takes the caller's whole transaction with it.
CREATE FUNCTION session_of(hash bytea, at timestamptz, idle interval, renew_after interval) RETURNS jsonb
  LANGUAGE plpgsql
AS $$
DECLARE
  party text := coalesce(current_setting('app.party', true), '');
  party_id text := coalesce(current_setting('app.party_id', true), '');
  found_session record;
  answer jsonb;
BEGIN
  PERFORM set_config('app.party', 'system', true), set_config('app.party_id', '', true);
  SELECT s.id AS session_id, s.seen_at, s.expires_at, u.*, c.name AS company_name, b.name AS branch_name, o.name AS obligee_name
    INTO found_session
    FROM sessions s
    JOIN users u ON u.id = s.user_id AND u.disabled_at IS NULL
    LEFT JOIN companies c ON c.id = u.company_id
    LEFT JOIN branches b ON b.id = u.branch_id
    LEFT JOIN obligees o ON o.id = u.obligee_id
    WHERE s.token_hash = hash AND s.ended_at IS NULL AND s.expires_at > at AND s.seen_at > at - idle;
  IF FOUND THEN
    -- One write a minute, not one a request.
    IF at - found_session.seen_at > renew_after THEN
      UPDATE sessions SET seen_at = at WHERE id = found_session.session_id;
      found_session.seen_at := at;
    END IF;
    answer := jsonb_build_object(
      'session', jsonb_build_object('id', found_session.session_id, 'seenAt', found_session.seen_at,
        'expiresAt', found_session.expires_at),
      'id', found_session.id, 'name', found_session.name, 'email', found_session.email, 'role', found_session.role,
      'companyRole', found_session.company_role, 'companyId', found_session.company_id,
      'branchId', found_session.branch_id, 'obligeeId', found_session.obligee_id,
      'companyName', found_session.company_name, 'branchName', found_session.branch_name,
      'obligeeName', found_session.obligee_name);
  END IF;
  PERFORM set_config('app.party', party, true), set_config('app.party_id', party_id, true);
  RETURN answer;
END $$;
