-- A key enters the one organization that it is a key of: who holds it, and the organization of the transaction, in one
-- statement. Only the holder's hash finds it, so nobody else takes the lock; behind it, key and holder are read again.
CREATE FUNCTION enter_by_key(p_public_id text, p_secret_hash text, p_lock boolean)
RETURNS TABLE (organization_id text, key_id text, id text, user_id text, name text, email text, role text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public AS $$
DECLARE own text;
BEGIN
  IF coalesce(current_setting('app.organization_id', true), '') <> '' THEN
    RAISE EXCEPTION 'this transaction is in an organization already';
  END IF;
  SELECT k.organization_id INTO own FROM api_key k
  WHERE k.public_id = p_public_id AND k.secret_hash = p_secret_hash AND k.revoked_at IS NULL AND k.expires_at > now();
  IF NOT FOUND THEN RETURN; END IF;
  IF p_lock THEN PERFORM pg_advisory_xact_lock(hashtextextended(own, 0)); END IF;
  RETURN QUERY
    SELECT m.organization_id, k.id, m.id, m.user_id, m.name, m.email, m.role
    FROM api_key k JOIN membership m ON m.organization_id = k.organization_id AND m.id = k.membership_id
    WHERE k.organization_id = own AND k.public_id = p_public_id AND k.secret_hash = p_secret_hash
      AND k.revoked_at IS NULL AND k.expires_at > now() AND m.ended_at IS NULL;
  IF FOUND THEN PERFORM set_config('app.organization_id', own, true); END IF;
END $$;

REVOKE EXECUTE ON FUNCTION enter_by_key FROM PUBLIC;
GRANT EXECUTE ON FUNCTION enter_by_key TO console_tenant;

-- It told whose a key is, and its hash, to whoever knew the public half.
DROP FUNCTION authenticate_key;
