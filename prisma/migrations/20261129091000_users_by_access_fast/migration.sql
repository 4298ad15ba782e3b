-- "Has access to …" in the list of people, by indexes whatever the place holds: a few people are gathered by their ids, many are
-- met on the way through the list, each looked up.

-- The condition that names whoever may come to the place of a filter at all, when they are few; empty when they are many. Walking to
-- some of them costs some * people / candidates looks, gathering costs one for each: `some` is a page, or what is counted to. A
-- search has its own index, and asks three times.
CREATE FUNCTION member_candidates(p_filter jsonb) RETURNS text
LANGUAGE plpgsql STABLE SET search_path = public SET enable_seqscan = off SET enable_bitmapscan = off AS $$
DECLARE
  owners CONSTANT text := 'SELECT m.id FROM membership m WHERE m.organization_id = $1 AND m.role = ''owner'' AND m.ended_at IS NULL';
  held CONSTANT text := ' UNION ALL SELECT b.membership_id FROM role_binding b WHERE b.organization_id = $1 AND ';
  on_its_cloud CONSTANT text := ' UNION ALL SELECT b.membership_id FROM project p JOIN role_binding b ON b.organization_id = p.organization_id'
    ' AND b.cloud_id = p.cloud_id AND b.project_id IS NULL WHERE p.organization_id = $1 AND p.id = $2 ->> ''access'' AND ';
  candidates CONSTANT text := owners || CASE WHEN left(p_filter ->> 'access', 4) = 'prj_'
    THEN held || 'b.project_id = $2 ->> ''access''' || on_its_cloud || 'b.role = ''owner''' || on_its_cloud || 'p.is_public'
    ELSE held || 'b.project_id IS NULL AND b.cloud_id = $2 ->> ''access''' END;
  own CONSTANT text := current_setting('app.organization_id');
  few integer;
  found integer;
BEGIN
  SELECT reach_few(least(sqrt(coalesce(p_filter ->> 'some', '50')::real * c.people), CASE WHEN p_filter ->> 'any' IS NULL THEN NULL ELSE 1000 END)::integer) INTO few
  FROM organization_counter c WHERE c.organization_id = own;
  EXECUTE format('SELECT count(*) FROM (SELECT FROM (%s) AS candidate LIMIT $3) AS counted', candidates) INTO found USING own, p_filter, few + 1;
  RETURN CASE WHEN found <= few THEN format(' AND id = ANY (ARRAY(%s))', candidates) ELSE '' END;
END $$;
REVOKE EXECUTE ON FUNCTION member_candidates FROM PUBLIC;

-- As before. The planner may not make a table of all who hold something there (OFFSET 0).
CREATE OR REPLACE FUNCTION member_filter(p_filter jsonb) RETURNS text
LANGUAGE sql STABLE SET search_path = public AS $$
  SELECT 'organization_id = $1'
    || CASE p_filter ->> 'state'
         WHEN 'removed' THEN ' AND ended_at IS NOT NULL'
         WHEN 'suspended' THEN ' AND ended_at IS NULL AND suspended_at IS NOT NULL'
         WHEN 'never' THEN ' AND ended_at IS NULL AND suspended_at IS NULL AND last_active_at = ''1970-01-01Z'''
         WHEN 'active' THEN ' AND ended_at IS NULL AND suspended_at IS NULL AND last_active_at > ''1970-01-01Z'''
         ELSE ' AND ended_at IS NULL' END
    || CASE p_filter ->> 'factor'
         WHEN 'off' THEN ' AND kind = ''person'' AND NOT second_factor'
         WHEN 'on' THEN ' AND second_factor'
         ELSE '' END
    || CASE WHEN p_filter ->> 'any' IS NULL THEN ''
            WHEN left(p_filter ->> 'any', 1) = '%' THEN ' AND searchable LIKE ($2 ->> ''any'')'
            ELSE ' AND (searchable LIKE ($2 ->> ''any'') OR email COLLATE "C" LIKE ($2 ->> ''any''))' END
    || CASE WHEN p_filter ->> 'email' IS NULL THEN '' ELSE ' AND email COLLATE "C" LIKE ($2 ->> ''email'')' END
    || CASE WHEN p_filter ->> 'name' IS NULL THEN '' ELSE ' AND sort_key LIKE ($2 ->> ''name'')' END
    || member_words('role', 'roles', p_filter ->> 'roles')
    || member_words('source', 'sources', p_filter ->> 'sources')
    || member_words('kind', 'kinds', p_filter ->> 'kinds')
    || member_words('id', 'ids', p_filter ->> 'ids')
    || CASE WHEN p_filter ->> 'except' IS NULL THEN '' ELSE ' AND id <> ALL (string_to_array($2 ->> ''except'', '',''))' END
    || CASE WHEN p_filter ->> 'joinedFrom' IS NULL THEN '' ELSE ' AND created_at >= ($2 ->> ''joinedFrom'')::timestamptz' END
    || CASE WHEN p_filter ->> 'joinedTo' IS NULL THEN '' ELSE ' AND created_at < ($2 ->> ''joinedTo'')::timestamptz' END
    || CASE WHEN p_filter ->> 'activeFrom' IS NULL THEN '' ELSE ' AND last_active_at >= ($2 ->> ''activeFrom'')::timestamptz' END
    || CASE WHEN p_filter ->> 'activeTo' IS NULL THEN '' ELSE ' AND last_active_at < ($2 ->> ''activeTo'')::timestamptz' END
    || CASE WHEN p_filter ->> 'keysTo' IS NULL THEN '' ELSE ' AND id = ANY (ARRAY(SELECT k.membership_id FROM api_key k
         WHERE k.organization_id = $1 AND k.revoked_at IS NULL
           AND k.expires_at > ($2 ->> ''keysFrom'')::timestamptz AND k.expires_at < ($2 ->> ''keysTo'')::timestamptz))' END
    || CASE WHEN p_filter ->> 'access' IS NULL THEN ''
            WHEN left(p_filter ->> 'access', 4) = 'prj_' THEN member_candidates(p_filter) || ' AND ended_at IS NULL AND suspended_at IS NULL AND (
              role = ''owner'' AND EXISTS (SELECT FROM project p WHERE p.organization_id = $1 AND p.id = $2 ->> ''access'')
              OR EXISTS (SELECT FROM role_binding b WHERE b.organization_id = $1 AND b.project_id IS NULL AND b.membership_id = membership.id
                AND b.cloud_id = (SELECT p.cloud_id FROM project p WHERE p.organization_id = $1 AND p.id = $2 ->> ''access'')
                AND (b.starts_at IS NULL OR b.starts_at <= ($2 ->> ''accessAt'')::timestamptz) AND (b.ends_at IS NULL OR b.ends_at > ($2 ->> ''accessAt'')::timestamptz)
                AND (b.role = ''owner'' OR (SELECT p.is_public FROM project p WHERE p.organization_id = $1 AND p.id = $2 ->> ''access'')
                  OR EXISTS (SELECT FROM role_binding d WHERE d.organization_id = $1 AND d.project_id = $2 ->> ''access''
                    AND d.membership_id = b.membership_id AND (d.starts_at IS NULL OR d.starts_at <= ($2 ->> ''accessAt'')::timestamptz) AND (d.ends_at IS NULL OR d.ends_at > ($2 ->> ''accessAt'')::timestamptz) OFFSET 0)) OFFSET 0))'
            ELSE member_candidates(p_filter) || ' AND ended_at IS NULL AND suspended_at IS NULL AND (
              role = ''owner'' AND EXISTS (SELECT FROM cloud c WHERE c.organization_id = $1 AND c.id = $2 ->> ''access'')
              OR EXISTS (SELECT FROM role_binding b WHERE b.organization_id = $1 AND b.project_id IS NULL AND b.membership_id = membership.id
                AND b.cloud_id = $2 ->> ''access'' AND (b.starts_at IS NULL OR b.starts_at <= ($2 ->> ''accessAt'')::timestamptz) AND (b.ends_at IS NULL OR b.ends_at > ($2 ->> ''accessAt'')::timestamptz) OFFSET 0))' END
$$;

-- As before; a search together with access named a table that was not there.
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
        'WITH head AS MATERIALIZED (SELECT * FROM membership WHERE %s AND %s * 4), found AS MATERIALIZED (SELECT * FROM head AS membership WHERE %s AND %s)
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

-- As before, and says how far it counts.
CREATE OR REPLACE FUNCTION member_count(p_filter jsonb, p_bound integer) RETURNS integer
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public SET enable_seqscan = off SET enable_bitmapscan = on AS $$
DECLARE found integer;
BEGIN
  IF p_filter ->> 'any' IS NULL THEN PERFORM set_config('enable_bitmapscan', 'off', true); END IF;
  EXECUTE format('SELECT count(*)::int FROM (SELECT 1 FROM membership WHERE %s LIMIT $3) AS matching', member_filter(p_filter || jsonb_build_object('some', p_bound)))
  INTO found USING current_setting('app.organization_id'), p_filter, p_bound;
  RETURN found;
END $$;
