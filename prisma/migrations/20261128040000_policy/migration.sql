-- Owners' policy: lists by second factor in every order, who would lose their way in, and activity that is not written yet.

-- Whether somebody has a second factor is always asked together with an order: one index each for both answers.
CREATE INDEX membership_factor_by_name ON membership (organization_id, second_factor, sort_key, id) WHERE ended_at IS NULL;
CREATE INDEX membership_factor_by_email ON membership (organization_id, second_factor, email COLLATE "C", id) WHERE ended_at IS NULL;
CREATE INDEX membership_factor_by_joined ON membership (organization_id, second_factor, created_at, id) WHERE ended_at IS NULL;
CREATE INDEX membership_factor_by_active ON membership (organization_id, second_factor, last_active_at, id) WHERE ended_at IS NULL;

-- A change of policy notes that the session which makes it is in use: the batch that would say so comes later.
GRANT UPDATE (last_active_at) ON session TO console_tenant;

-- Who could sign in by p_before and could not by p_after, by name: with a password, a passkey, a link to a proven address. The
-- role of an organization reads no accounts, so this states the organization itself, and tells no more than that. p_only: one
-- membership alone.
CREATE FUNCTION members_without_way(p_before text[], p_after text[], p_only text, p_limit integer)
RETURNS TABLE (id text, name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public SET enable_seqscan = off AS $$
  SELECT m.id, m.name
  FROM membership m
  JOIN person p ON p.id = m.person_id
  CROSS JOIN LATERAL (SELECT p.password_hash IS NOT NULL AS password, p.email_proven_at IS NOT NULL AS email_link,
    m.second_factor AND EXISTS (
      SELECT FROM factor f WHERE f.person_id = p.id AND f.kind = 'passkey' AND f.confirmed_at IS NOT NULL) AS passkey OFFSET 0) AS has
  WHERE m.organization_id = current_setting('app.organization_id') AND m.ended_at IS NULL AND m.suspended_at IS NULL
    AND (p_only IS NULL OR m.id = p_only)
    AND (has.password AND 'password' = ANY (p_before) OR has.email_link AND 'email_link' = ANY (p_before)
      OR has.passkey AND 'passkey' = ANY (p_before))
    AND NOT (has.password AND 'password' = ANY (p_after) OR has.email_link AND 'email_link' = ANY (p_after)
      OR has.passkey AND 'passkey' = ANY (p_after))
  ORDER BY m.sort_key, m.id LIMIT p_limit
$$;
REVOKE EXECUTE ON FUNCTION members_without_way FROM PUBLIC;
GRANT EXECUTE ON FUNCTION members_without_way TO console_tenant;

-- Who a session is of, when and by what they proved it, what they accepted, and by when their organization wants a second
-- factor. With a minute's patience: activity is written in batches, so that what is read here may be a minute old, and
-- nobody is signed out who was at work within the time that their owners chose.
DROP FUNCTION authenticate_session(text);
CREATE FUNCTION authenticate_session(p_id text)
RETURNS TABLE (organization_id text, session_id text, membership_id text, person_id text, last_active_at timestamptz,
  authenticated_at timestamptz, method text, factor text, second_factor boolean, factor_due_at timestamptz, accepted text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT s.organization_id, s.id, s.membership_id, s.person_id, s.last_active_at,
    s.authenticated_at, s.method, s.factor, m.second_factor,
    CASE WHEN p.second_factor_required THEN greatest(p.second_factor_since, m.created_at) + p.second_factor_grace_days * interval '1 day' END,
    ARRAY(SELECT t.document || ' ' || t.version FROM terms_acceptance t WHERE t.person_id = s.person_id)
  FROM session s
  JOIN membership m ON m.organization_id = s.organization_id AND m.id = s.membership_id AND m.person_id = s.person_id
  LEFT JOIN organization_policy p ON p.organization_id = s.organization_id
  WHERE s.id = p_id AND s.ended_at IS NULL AND s.expires_at > now() AND m.ended_at IS NULL AND m.suspended_at IS NULL
    AND (p.session_hours IS NULL OR s.created_at + p.session_hours * interval '1 hour' > now())
    AND (p.session_idle_minutes IS NULL OR s.last_active_at + (p.session_idle_minutes + 1) * interval '1 minute' > now())
$$;
REVOKE EXECUTE ON FUNCTION authenticate_session FROM PUBLIC;
