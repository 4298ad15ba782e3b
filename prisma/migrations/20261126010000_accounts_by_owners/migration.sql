-- Accounts that an owner makes: unproven, of the door's organization alone, collaborators, never active (DESIGN §6).
-- The door of an organization may neither read accounts nor insert any other. An account of that address which exists
-- for this organization already is left as it is, and so is its membership: only the addresses that were made come back.
CREATE FUNCTION create_accounts(p_accounts jsonb, p_at timestamptz) RETURNS SETOF text
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public AS $$
  WITH given AS (
    SELECT * FROM jsonb_to_recordset(p_accounts) AS a(
      person_id text, password_hash text, id text, user_id text, email text, name text, searchable text, sort_key text)
  ), made AS (
    INSERT INTO person (id, email, home_organization_id, name, password_hash, created_at)
    SELECT person_id, email, current_setting('app.organization_id'), name, password_hash, p_at FROM given
    ON CONFLICT (email, home_organization_id) WHERE email_proven_at IS NULL DO NOTHING
    RETURNING id
  )
  INSERT INTO membership (organization_id, id, user_id, kind, person_id, email, name, role, source, searchable, sort_key, created_at, last_active_at)
  SELECT current_setting('app.organization_id'), g.id, g.user_id, 'person', g.person_id, g.email, g.name, 'collaborator', 'owner',
    g.searchable, g.sort_key, p_at, '1970-01-01Z'
  FROM given g JOIN made ON made.id = g.person_id
  RETURNING email
$$;

REVOKE EXECUTE ON FUNCTION create_accounts FROM PUBLIC;
GRANT EXECUTE ON FUNCTION create_accounts TO console_tenant;
