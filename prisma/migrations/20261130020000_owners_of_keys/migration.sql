-- Owners see every key of their organization: a list that is searched, filtered and sorted by indexes.

-- The name folded (lib/domain/fold.ts) and the last six characters, for search and order.
ALTER TABLE api_key ADD COLUMN searchable text COLLATE "C" NOT NULL DEFAULT '';
UPDATE api_key SET searchable = lower(name) || ' ' || lower(last_six);
GRANT SELECT (searchable) ON api_key TO console_tenant;
CREATE INDEX api_key_search ON api_key USING gin (organization_id, searchable gin_trgm_ops) WITH (fastupdate = off);
CREATE INDEX api_key_by_name ON api_key (organization_id, searchable, id);
-- What was never used: so long ago. What does not end: so far away.
CREATE INDEX api_key_by_use ON api_key (organization_id, (coalesce(last_used_at, '1970-01-01Z'::timestamptz)), id);
CREATE INDEX api_key_by_end ON api_key (organization_id, (coalesce(expires_at, '9999-12-31Z'::timestamptz)), id);
CREATE INDEX api_key_unused ON api_key (organization_id, (coalesce(last_used_at, created_at))) WHERE revoked_at IS NULL;
CREATE INDEX api_key_last_six ON api_key (organization_id, last_six);
-- What is warned of, across organizations.
CREATE INDEX api_key_ending ON api_key (expires_at) WHERE revoked_at IS NULL AND expires_at IS NOT NULL;

-- The rows that p_filter means, as the rest of a statement with $1 the organization and $2 the filter.
CREATE FUNCTION key_matching(p_filter jsonb) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = public AS $$
  -- ids are looked up before anything is put in order: with a limit the planner would walk the order and look for them
  SELECT CASE WHEN p_filter ->> 'ids' IS NULL THEN 'api_key k WHERE k.organization_id = $1'
      ELSE '(SELECT a.* FROM unnest(string_to_array($2 ->> ''ids'', '','')) AS chosen (id) JOIN api_key a ON a.organization_id = $1 AND a.id = chosen.id OFFSET 0) AS k WHERE true' END
    || CASE WHEN p_filter ->> 'search' IS NULL THEN '' ELSE ' AND k.searchable LIKE ($2 ->> ''search'')' END
    || CASE WHEN p_filter ->> 'prefix' IS NULL THEN '' ELSE ' AND k.searchable >= ($2 ->> ''prefix'') AND k.searchable < ($2 ->> ''before'')' END
    || CASE WHEN p_filter ->> 'name' IS NULL THEN '' ELSE ' AND k.name = ($2 ->> ''name'')' END
    || CASE WHEN p_filter ->> 'member' IS NULL THEN '' ELSE ' AND k.membership_id = ($2 ->> ''member'')' END
    || CASE WHEN p_filter ->> 'maker' IS NULL THEN '' ELSE ' AND coalesce(k.made_by_id, k.membership_id) = ($2 ->> ''maker'')' END
    || CASE p_filter ->> 'kind'
         WHEN 'service_account' THEN ' AND k.membership_id IN (SELECT a.id FROM service_account a WHERE a.organization_id = $1)'
         WHEN 'person' THEN ' AND NOT EXISTS (SELECT FROM service_account a WHERE a.organization_id = $1 AND a.id = k.membership_id)'
         ELSE '' END
    || CASE p_filter ->> 'ends'
         WHEN 'within_7_days' THEN ' AND k.expires_at > ($2 ->> ''at'')::timestamptz AND k.expires_at <= ($2 ->> ''at'')::timestamptz + interval ''168 hours'''
         WHEN 'none' THEN ' AND k.expires_at IS NULL'
         ELSE '' END
    || CASE WHEN p_filter ->> 'unusedSince' IS NULL THEN '' ELSE ' AND coalesce(k.last_used_at, k.created_at) < ($2 ->> ''unusedSince'')::timestamptz' END
    || CASE p_filter ->> 'state'
         WHEN 'live' THEN ' AND k.revoked_at IS NULL AND coalesce(k.expires_at, ''9999-12-31Z''::timestamptz) > ($2 ->> ''at'')::timestamptz'
         WHEN 'ended' THEN ' AND (k.revoked_at IS NOT NULL OR k.expires_at <= ($2 ->> ''at'')::timestamptz)'
         ELSE '' END
$$;

-- What is asked for may stand anywhere in the order: up to a thousand are looked up first, and the list is of their ids.
CREATE FUNCTION key_narrowed(p_filter jsonb) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = public SET enable_seqscan = off SET enable_indexscan = on SET enable_bitmapscan = on AS $$
DECLARE found text[];
BEGIN
  -- nearly every key has ended: the order itself finds those
  IF NOT p_filter ?| ARRAY['ids', 'search', 'prefix', 'name', 'member', 'maker', 'kind', 'ends', 'unusedSince'] AND p_filter ->> 'state' IS DISTINCT FROM 'live'
    THEN RETURN p_filter; END IF;
  EXECUTE format('SELECT array_agg(id) FROM (SELECT k.id FROM %s LIMIT 1001) AS found', key_matching(p_filter))
  INTO found USING current_setting('app.organization_id'), p_filter;
  IF cardinality(found) > 1000 THEN RETURN p_filter; END IF;
  RETURN jsonb_build_object('ids', coalesce(array_to_string(found, ','), ''));
END $$;

CREATE FUNCTION key_place(p_sort text, p_descending boolean, p_after_id text) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = public AS $$
  SELECT format('%1$s ORDER BY %2$s %3$s, k.id %3$s',
    CASE WHEN p_after_id IS NULL THEN '' ELSE format(' AND (%s, k.id) %s ($3::%s, $4)', col, CASE WHEN p_descending THEN '<' ELSE '>' END,
      CASE WHEN p_sort = 'name' THEN 'text' ELSE 'timestamptz' END) END,
    col, CASE WHEN p_descending THEN 'DESC' ELSE 'ASC' END)
  FROM (SELECT CASE p_sort WHEN 'name' THEN 'k.searchable' WHEN 'used' THEN 'coalesce(k.last_used_at, ''1970-01-01Z''::timestamptz)'
    WHEN 'ends' THEN 'coalesce(k.expires_at, ''9999-12-31Z''::timestamptz)' ELSE 'k.created_at' END AS col) AS sorted
$$;

-- One keyset page of the organization's keys with whose they are and who made them.
CREATE FUNCTION key_page(p_filter jsonb, p_sort text, p_descending boolean, p_after text, p_after_id text, p_limit integer)
RETURNS TABLE (id text, name text, last_six text, searchable text, created_at timestamptz, expires_at timestamptz, last_used_at timestamptz,
  revoked_at timestamptz, ceiling jsonb, replaces_id text, holder jsonb, made_by jsonb)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public SET enable_seqscan = off SET enable_bitmapscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE asked jsonb := key_narrowed(p_filter);
BEGIN
  RETURN QUERY EXECUTE format(
    'WITH page AS MATERIALIZED (SELECT k.* FROM %1$s%2$s LIMIT $5)
     SELECT k.id, k.name, k.last_six, k.searchable::text, k.created_at::timestamptz, k.expires_at::timestamptz, k.last_used_at::timestamptz,
       k.revoked_at::timestamptz, k.ceiling, k.replaces_id,
       jsonb_build_object(''id'', m.id, ''userId'', m.user_id, ''name'', m.name, ''email'', m.email, ''kind'', m.kind, ''removed'', m.ended_at IS NOT NULL),
       jsonb_build_object(''id'', o.id, ''name'', o.name, ''email'', o.email, ''removed'', o.ended_at IS NOT NULL)
     FROM page k JOIN membership m ON m.organization_id = $1 AND m.id = k.membership_id
       JOIN membership o ON o.organization_id = $1 AND o.id = coalesce(k.made_by_id, k.membership_id) WHERE true%3$s',
    key_matching(asked), key_place(p_sort, p_descending, p_after_id), key_place(p_sort, p_descending, NULL))
  USING current_setting('app.organization_id'), asked, p_after, p_after_id, p_limit;
END $$;

CREATE FUNCTION key_count(p_filter jsonb, p_bound integer) RETURNS integer
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public SET enable_seqscan = off AS $$
DECLARE found integer;
BEGIN
  EXECUTE format('SELECT count(*)::int FROM (SELECT FROM %s LIMIT $3) AS matching', key_matching(p_filter))
  INTO found USING current_setting('app.organization_id'), p_filter, p_bound;
  RETURN found;
END $$;

-- The live keys among those that somebody has the whole text of, which proves that they are known to others; with whom to tell:
-- the person who holds it, or the owner who made the service account.
CREATE FUNCTION found_keys(p_public_ids text[], p_secret_hashes text[])
RETURNS TABLE (organization_id text, organization_name text, id text, name text, last_six text, expires_at timestamptz, ceiling jsonb, holder jsonb, told jsonb)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public AS $$
  SELECT k.organization_id, o.name, k.id, k.name, k.last_six, k.expires_at::timestamptz, k.ceiling,
    jsonb_build_object('id', m.id, 'name', m.name, 'email', m.email, 'kind', m.kind),
    CASE WHEN m.kind = 'person' THEN jsonb_build_object('id', m.id, 'email', m.email)
      WHEN c.id IS NOT NULL THEN jsonb_build_object('id', c.id, 'email', c.email) END
  FROM unnest(p_public_ids, p_secret_hashes) AS given (public_id, secret_hash)
  JOIN api_key k ON k.public_id = given.public_id AND same_secret(k.secret_hash, given.secret_hash)
    AND k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > now())
  JOIN organization o ON o.id = k.organization_id
  JOIN membership m ON m.organization_id = k.organization_id AND m.id = k.membership_id
  LEFT JOIN service_account s ON s.organization_id = k.organization_id AND s.id = k.membership_id
  LEFT JOIN membership c ON c.organization_id = k.organization_id AND c.id = s.created_by_id
    AND c.role = 'owner' AND c.ended_at IS NULL AND c.suspended_at IS NULL
$$;

REVOKE EXECUTE ON FUNCTION key_matching, key_narrowed, key_place, key_page, key_count, found_keys FROM PUBLIC;
GRANT EXECUTE ON FUNCTION key_page, key_count TO console_tenant;
GRANT EXECUTE ON FUNCTION found_keys TO console_identity;
