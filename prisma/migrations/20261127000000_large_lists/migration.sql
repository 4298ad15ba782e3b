-- Lists of a hundred thousand: indexes that are used, and none that is used wrongly.

-- While the planner knows no numbers (a new database, or one that nobody has analysed), any index that begins with the
-- organization looks as good as the primary key: foreign keys then read all members of it. This one no longer does.
ALTER TABLE membership DROP CONSTRAINT membership_organization_id_user_id_key;
CREATE UNIQUE INDEX membership_user_id_organization_id_key ON membership (user_id, organization_id);

-- ---------------------------------------------------------------- lists of members

-- The functions state the organization themselves: an index always leads there. A bound tempts the planner to read the
-- table from its start until enough is found, past the rows of every other organization: hence no sequential scans.

-- Who is searched for may stand anywhere in the order: the planner takes them for spread evenly, and reads past
-- everybody before the first Yusuf. So: what the beginning of the list holds in plenty is taken from there, a search
-- that finds no more than some thousands is sorted, and only the rest is read in the order of the list.
CREATE OR REPLACE FUNCTION member_page(
  p_filter jsonb, p_sort text, p_descending boolean, p_after text, p_after_id text, p_limit integer
) RETURNS SETOF membership
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public SET enable_seqscan = off AS $$
DECLARE
  sort_column text := CASE p_sort
    WHEN 'name' THEN 'sort_key' WHEN 'email' THEN 'email COLLATE "C"'
    WHEN 'joined' THEN 'created_at' WHEN 'active' THEN 'last_active_at' END;
  after_type text := CASE WHEN p_sort IN ('joined', 'active') THEN 'timestamptz' ELSE 'text' END;
  direction text := CASE WHEN p_descending THEN 'DESC' ELSE 'ASC' END;
  place text := CASE WHEN p_after_id IS NULL THEN 'true' ELSE
    format('(%s, id) %s ($3::%s, $4)', sort_column, CASE WHEN p_descending THEN '<' ELSE '>' END, after_type) END;
  place_in_order text := format('%s ORDER BY %s %s, id %s LIMIT $5', place, sort_column, direction, direction);
BEGIN
  IF p_filter ->> 'any' IS NOT NULL THEN
    IF p_limit <= 100 THEN
      RETURN QUERY EXECUTE format(
        'WITH head AS MATERIALIZED (SELECT * FROM membership WHERE %s AND %s * 4), found AS MATERIALIZED (SELECT * FROM head WHERE %s AND %s)
         SELECT * FROM found WHERE (SELECT count(*) FROM found) = $5 AND %s',
        member_filter(p_filter - ARRAY['any', 'email', 'name']), place_in_order, member_filter(p_filter), place_in_order, place_in_order)
      USING current_setting('app.organization_id'), p_filter, p_after, p_after_id, p_limit;
      IF FOUND THEN RETURN; END IF;
    END IF;
    RETURN QUERY EXECUTE format(
      'WITH found AS MATERIALIZED (SELECT * FROM membership WHERE %s LIMIT 5001)
       SELECT * FROM found WHERE (SELECT count(*) FROM found) <= 5000 AND %s', member_filter(p_filter), place_in_order)
    USING current_setting('app.organization_id'), p_filter, p_after, p_after_id, p_limit;
    IF FOUND THEN RETURN; END IF;
  END IF;
  RETURN QUERY EXECUTE format('SELECT * FROM membership WHERE %s AND %s', member_filter(p_filter), place_in_order)
  USING current_setting('app.organization_id'), p_filter, p_after, p_after_id, p_limit;
END $$;

-- Counts to p_bound and no further. A bitmap is made of all that match before the first is counted, so it is left to
-- searches, which have no other way.
CREATE OR REPLACE FUNCTION member_count(p_filter jsonb, p_bound integer) RETURNS integer
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public SET enable_seqscan = off SET enable_bitmapscan = on AS $$
DECLARE found integer;
BEGIN
  IF p_filter ->> 'any' IS NULL THEN PERFORM set_config('enable_bitmapscan', 'off', true); END IF;
  EXECUTE format('SELECT count(*)::int FROM (SELECT 1 FROM membership WHERE %s LIMIT $3) AS matching', member_filter(p_filter))
  INTO found USING current_setting('app.organization_id'), p_filter, p_bound;
  RETURN found;
END $$;

CREATE INDEX membership_service_accounts ON membership (organization_id, sort_key, id) WHERE ended_at IS NULL AND kind = 'service_account';

-- ---------------------------------------------------------------- lists of invitations

CREATE INDEX invitation_by_expiry ON invitation (organization_id, expires_at, id);
CREATE INDEX invitation_by_email ON invitation (organization_id, email COLLATE "C", id);
CREATE INDEX invitation_by_delivery ON invitation (organization_id, delivery, created_at, id);
CREATE INDEX invitation_undelivered ON invitation (organization_id, created_at, id) WHERE delivery = 'mail' AND delivered_at IS NULL;
CREATE INDEX invitation_search ON invitation USING gin (organization_id, email COLLATE "C" gin_trgm_ops);

-- The invitations that p_filter means, as the condition of a statement with $1 the organization and $2 the filter.
-- search: a LIKE pattern. inviters, ids, except: words between commas.
CREATE FUNCTION invitation_filter(p_filter jsonb) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = public AS $$
  SELECT 'organization_id = $1'
    || CASE p_filter ->> 'state'
         WHEN 'pending' THEN ' AND accepted_at IS NULL AND revoked_at IS NULL AND expires_at > ($2 ->> ''now'')::timestamptz'
         WHEN 'expired' THEN ' AND accepted_at IS NULL AND revoked_at IS NULL AND expires_at <= ($2 ->> ''now'')::timestamptz'
         WHEN 'revoked' THEN ' AND revoked_at IS NOT NULL'
         WHEN 'accepted' THEN ' AND accepted_at IS NOT NULL'
         ELSE '' END
    || CASE WHEN p_filter ->> 'search' IS NULL THEN '' ELSE ' AND email COLLATE "C" LIKE ($2 ->> ''search'')' END
    || CASE WHEN p_filter ->> 'email' IS NULL THEN '' ELSE ' AND email COLLATE "C" = ($2 ->> ''email'')' END
    || member_words('invited_by_id', 'inviters', p_filter ->> 'inviters')
    || member_words('id', 'ids', p_filter ->> 'ids')
    || CASE WHEN p_filter ->> 'except' IS NULL THEN '' ELSE ' AND id <> ALL (string_to_array($2 ->> ''except'', '',''))' END
    || coalesce((
         SELECT ' AND (' || string_agg(CASE word
           WHEN 'mailed' THEN 'delivery = ''mail'' AND delivered_at IS NOT NULL'
           WHEN 'waiting' THEN 'delivery = ''mail'' AND delivered_at IS NULL AND delivery_error IS NULL'
           WHEN 'failed' THEN 'delivery = ''mail'' AND delivered_at IS NULL AND delivery_error IS NOT NULL'
           WHEN 'link' THEN 'delivery = ''link''' ELSE 'false' END, ' OR ') || ')'
         FROM unnest(string_to_array(p_filter ->> 'deliveries', ',')) AS word), '')
$$;

-- Never the hash of a link: the role of an organization may not read it.
CREATE FUNCTION invitation_page(
  p_filter jsonb, p_sort text, p_descending boolean, p_after text, p_after_id text, p_limit integer
) RETURNS TABLE (
  organization_id text, id text, email text, role text, invited_by_id text, inviter text, created_at timestamptz, expires_at timestamptz,
  accepted_at timestamptz, revoked_at timestamptz, revoked_because text, delivery text, delivered_at timestamptz, delivery_error text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public SET enable_seqscan = off AS $$
DECLARE
  sort_column text := CASE p_sort WHEN 'sent' THEN 'created_at' WHEN 'expires' THEN 'expires_at' WHEN 'email' THEN 'email COLLATE "C"' END;
  after_type text := CASE p_sort WHEN 'email' THEN 'text' ELSE 'timestamptz' END;
  direction text := CASE WHEN p_descending THEN 'DESC' ELSE 'ASC' END;
BEGIN
  RETURN QUERY EXECUTE format(
    'SELECT i.organization_id, i.id, i.email, i.role, i.invited_by_id, m.name, i.created_at::timestamptz, i.expires_at::timestamptz,
       i.accepted_at::timestamptz, i.revoked_at::timestamptz, i.revoked_because, i.delivery, i.delivered_at::timestamptz, i.delivery_error
     FROM (SELECT * FROM invitation WHERE %1$s%2$s ORDER BY %3$s %4$s, id %4$s LIMIT $5) AS i
     JOIN membership m ON m.organization_id = $1 AND m.id = i.invited_by_id
     ORDER BY i.%3$s %4$s, i.id %4$s',
    invitation_filter(p_filter),
    CASE WHEN p_after_id IS NULL THEN '' ELSE
      format(' AND (%s, id) %s ($3::%s, $4)', sort_column, CASE WHEN p_descending THEN '<' ELSE '>' END, after_type) END,
    sort_column, direction)
  USING current_setting('app.organization_id'), p_filter, p_after, p_after_id, p_limit;
END $$;

-- Counts to p_bound and no further.
CREATE FUNCTION invitation_count(p_filter jsonb, p_bound integer) RETURNS integer
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public SET enable_seqscan = off SET enable_bitmapscan = on AS $$
DECLARE found integer;
BEGIN
  IF p_filter ->> 'search' IS NULL THEN PERFORM set_config('enable_bitmapscan', 'off', true); END IF;
  EXECUTE format('SELECT count(*)::int FROM (SELECT 1 FROM invitation WHERE %s LIMIT $3) AS matching', invitation_filter(p_filter))
  INTO found USING current_setting('app.organization_id'), p_filter, p_bound;
  RETURN found;
END $$;

REVOKE EXECUTE ON FUNCTION invitation_filter, invitation_page, invitation_count FROM PUBLIC;
GRANT EXECUTE ON FUNCTION invitation_page, invitation_count TO console_tenant;

-- ---------------------------------------------------------------- work that is not done, for the sweeper

CREATE INDEX operation_open ON operation (created_at) WHERE finished_at IS NULL;

-- ---------------------------------------------------------------- live sessions among all that ever were

CREATE INDEX session_live ON session (organization_id, membership_id, expires_at) WHERE ended_at IS NULL;
CREATE INDEX session_live_of_person ON session (person_id, expires_at) WHERE ended_at IS NULL;
CREATE INDEX api_key_live ON api_key (organization_id, membership_id, expires_at) WHERE revoked_at IS NULL;
