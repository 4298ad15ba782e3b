-- Who can reach what, as sets: the same meaning as lib/domain/decide.ts, held to it by lib/modules/access/reach.property.test.ts.

-- What a stored role comes to: 3 owner, 2 write, 1 read only (lib/domain/roles.ts, tiers).
CREATE FUNCTION binding_rank(p_role text, p_read_only boolean) RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN p_read_only THEN 1 WHEN p_role = 'owner' THEN 3 WHEN p_role IN ('writer', 'collaborator', 'write') THEN 2 ELSE 1 END
$$;

-- Among the hundred thousand of a cloud that adds everybody, its few owners, and whoever was added by hand.
CREATE INDEX role_binding_rank_on_cloud ON role_binding (organization_id, cloud_id, origin, binding_rank(role, read_only), membership_id) WHERE project_id IS NULL;
CREATE INDEX role_binding_rank_on_project ON role_binding (organization_id, project_id, origin, binding_rank(role, read_only), membership_id) WHERE project_id IS NOT NULL;
CREATE INDEX role_binding_rank_of_member ON role_binding (organization_id, membership_id, binding_rank(role, read_only), cloud_id) WHERE project_id IS NULL;
CREATE INDEX role_binding_of_member_on_projects ON role_binding (organization_id, membership_id, binding_rank(role, read_only), project_id) WHERE project_id IS NOT NULL;
CREATE INDEX project_public ON project (organization_id, cloud_id, sort_key, id) WHERE is_public;

-- ---------------------------------------------------------------- pieces of statements

-- $1 the organization, $2 the cloud, $3 the project, $4 the moment.
CREATE FUNCTION reach_in_time(p_alias text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = public AS $$
  SELECT format('(%1$s.starts_at IS NULL OR %1$s.starts_at <= $4) AND (%1$s.ends_at IS NULL OR $4 < %1$s.ends_at)', p_alias)
$$;

-- The bindings b on the cloud or the project that count and come to a rank between the two.
CREATE FUNCTION reach_bindings(p_on_project boolean, p_least integer, p_most integer, p_origins text[]) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = public AS $$
  SELECT 'b.organization_id = $1 AND b.cloud_id = $2 AND '
    || CASE WHEN p_on_project THEN 'b.project_id = $3' ELSE 'b.project_id IS NULL' END
    || format(' AND binding_rank(b.role, b.read_only) BETWEEN %s AND %s AND b.origin = ANY (%L::text[]) AND %s',
         p_least, p_most, p_origins, reach_in_time('b'))
$$;

-- The ways by which people who own nothing of the organization reach a place, each as a condition on its bindings b; no two
-- ways of one origin find the same person. On a project: as an owner of its cloud, by its being public, by a role in it. A
-- role counts beside one on the cloud alone, and for no more than to read beside one that only reads.
CREATE FUNCTION reach_ways(p_on_project boolean, p_public boolean, p_min integer, p_origins text[]) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE SET search_path = public AS $$
DECLARE
  stored text[] := ARRAY['direct', 'auto_add', 'creator'];
  held text[] := ARRAY(SELECT o FROM unnest(stored) AS o WHERE o = ANY (p_origins));
  ways text[] := ARRAY[]::text[];
BEGIN
  IF NOT p_on_project THEN
    IF held <> '{}' THEN ways := ways || reach_bindings(false, p_min, 3, held); END IF;
    RETURN ways;
  END IF;
  IF 'implicit_owner' = ANY (p_origins) THEN ways := ways || reach_bindings(false, 3, 3, stored); END IF;
  IF 'public_project' = ANY (p_origins) AND p_public AND p_min < 3 THEN
    ways := ways || reach_bindings(false, p_min, 2, stored);
  END IF;
  IF held <> '{}' THEN
    ways := ways || (reach_bindings(true, p_min, 3, held) || format(
      ' AND EXISTS (SELECT FROM role_binding c WHERE c.organization_id = $1 AND c.cloud_id = $2 AND c.project_id IS NULL AND c.membership_id = b.membership_id'
      ' AND binding_rank(c.role, c.read_only) BETWEEN %s AND 2 AND %s)', least(p_min, 2), reach_in_time('c')));
  END IF;
  RETURN ways;
END $$;

-- Up to how many bindings are gathered and sorted; a test says another number, to see both ways of each list.
CREATE FUNCTION reach_few(p_usual integer) RETURNS integer
LANGUAGE sql STABLE SET search_path = public AS $$
  SELECT coalesce(nullif(current_setting('app.reach_few', true), '')::integer, p_usual)
$$;

-- ---------------------------------------------------------------- who can

-- The cloud that it is about, and the ways to it: all of them or those of some origins. p_level is that of the permission: one
-- of clouds is asked of a project's cloud, one of projects is nobody's on a cloud.
CREATE FUNCTION reach_place(p_level text, p_cloud text, p_project text, p_min integer, p_origins text[])
RETURNS TABLE (cloud_id text, ways text[])
LANGUAGE plpgsql STABLE SET search_path = public AS $$
DECLARE
  every text[] := ARRAY['direct', 'auto_add', 'creator', 'public_project', 'implicit_owner'];
  own text := current_setting('app.organization_id');
  found_public boolean;
BEGIN
  IF p_project IS NULL THEN
    SELECT c.id INTO cloud_id FROM cloud c WHERE c.organization_id = own AND c.id = p_cloud AND p_level = 'cloud';
  ELSE
    SELECT p.cloud_id, p.is_public INTO cloud_id, found_public FROM project p WHERE p.organization_id = own AND p.id = p_project;
  END IF;
  IF cloud_id IS NULL THEN RETURN; END IF;
  -- whoever has a role in a public project reaches it without: theirs is a way to ask for, but finds nobody new
  IF p_level = 'project' AND p_origins IS NULL AND found_public AND p_min < 3 THEN
    ways := reach_ways(true, true, p_min, ARRAY['public_project', 'implicit_owner']);
  ELSE
    ways := reach_ways(p_level = 'project', found_public, p_min, coalesce(p_origins, every));
  END IF;
  RETURN NEXT;
END $$;

-- One keyset page, by name, of those who come to at least p_min on a cloud or a project at a moment. A way of few bindings is
-- gathered and sorted; one of many is walked to by name; whoever is searched for and rare is asked one by one.
CREATE FUNCTION reach_people(
  p_level text, p_cloud text, p_project text, p_min integer, p_origins text[], p_kinds text[], p_without text[], p_search text, p_at timestamptz,
  p_descending boolean, p_after text, p_after_id text, p_limit integer
) RETURNS TABLE (id text, user_id text, kind text, name text, email text, role text, limits text[], sort_key text, bindings jsonb)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public SET enable_seqscan = off AS $$
DECLARE
  few CONSTANT integer := reach_few(1000);
  own text := current_setting('app.organization_id');
  place record;
  way text;
  found integer := few + 1;
  direction text := CASE WHEN p_descending THEN 'DESC' ELSE 'ASC' END;
  in_order text := format(' ORDER BY m.sort_key %1$s, m.id %1$s LIMIT $7', direction);
  open text := 'm.organization_id = $1 AND m.ended_at IS NULL AND m.suspended_at IS NULL'
    || CASE WHEN p_kinds IS NULL THEN '' ELSE ' AND m.kind = ANY ($9)' END
    || CASE WHEN p_without IS NULL THEN '' ELSE ' AND NOT m.limits && $10' END
    || CASE WHEN p_after_id IS NULL THEN '' ELSE format(' AND (m.sort_key, m.id) %s ($5, $6)', CASE WHEN p_descending THEN '<' ELSE '>' END) END;
  matching text := CASE WHEN p_search IS NULL THEN '' ELSE ' AND m.searchable LIKE $8' END;
  rare boolean := false;
  people text := 'membership m';
  streams text[] := ARRAY[]::text[];
BEGIN
  SELECT * INTO place FROM reach_place(p_level, p_cloud, p_project, p_min, p_origins);
  IF place.cloud_id IS NULL THEN RETURN; END IF;
  IF p_search IS NOT NULL THEN
    -- what the list holds in plenty is met on the way; a bitmap would be made of all of it
    EXECUTE format('SELECT count(*) FILTER (WHERE m.searchable LIKE $8) < 20 FROM (SELECT m.searchable FROM membership m WHERE %s%s) AS m',
      open, format(' ORDER BY m.sort_key %1$s, m.id %1$s LIMIT 200', direction))
    INTO rare USING own, place.cloud_id, p_project, p_at, p_after, p_after_id, p_limit, p_search, p_kinds, p_without;
    IF rare THEN
      SELECT count(*) <= few INTO rare FROM (
        SELECT FROM membership m WHERE m.organization_id = own AND m.ended_at IS NULL AND m.searchable LIKE p_search LIMIT few + 1) AS counted;
    END IF;
    IF rare THEN
      people := '(SELECT * FROM membership m WHERE m.organization_id = $1 AND m.ended_at IS NULL AND m.searchable LIKE $8 OFFSET 0) AS m';
      matching := '';
    END IF;
  END IF;
  IF p_origins IS NULL OR 'implicit_owner' = ANY (p_origins) THEN
    streams := streams || format('(SELECT m.sort_key, m.id FROM %s WHERE m.role = ''owner'' AND %s%s%s)', people, open, matching, in_order);
  END IF;
  FOREACH way IN ARRAY place.ways LOOP
    IF NOT rare THEN
      EXECUTE format('SELECT count(*)::int FROM (SELECT FROM role_binding b WHERE %s LIMIT %s) AS counted', split_part(way, ' AND EXISTS', 1), few + 1)
      INTO found USING own, place.cloud_id, p_project, p_at;
    END IF;
    CONTINUE WHEN found = 0;
    IF found <= few THEN
      streams := streams || format(
        '(SELECT m.sort_key, m.id FROM (SELECT b.membership_id FROM role_binding b WHERE %s OFFSET 0) AS f
          JOIN membership m ON m.organization_id = $1 AND m.id = f.membership_id WHERE m.role <> ''owner'' AND %s%s%s)', way, open, matching, in_order);
    ELSE
      streams := streams || format(
        '(SELECT m.sort_key, m.id FROM %s CROSS JOIN LATERAL (SELECT FROM role_binding b WHERE %s AND b.membership_id = m.id LIMIT 1) AS f
          WHERE m.role <> ''owner'' AND %s%s%s)', people, way, open, matching, in_order);
    END IF;
  END LOOP;
  IF streams = '{}' THEN RETURN; END IF;
  RETURN QUERY EXECUTE format(
    'SELECT m.id, m.user_id, m.kind, m.name, m.email, m.role, m.limits, m.sort_key, to_jsonb(ARRAY(
       SELECT jsonb_build_object(''id'', b.id, ''on'', CASE WHEN b.project_id IS NULL THEN ''cloud'' ELSE ''project'' END, ''role'', b.role,
         ''readOnly'', b.read_only, ''origin'', b.origin, ''startsAt'', b.starts_at, ''endsAt'', b.ends_at)
       FROM role_binding b WHERE b.organization_id = $1 AND b.membership_id = m.id AND b.cloud_id = $2 AND (b.project_id IS NULL OR b.project_id = $3)))
     FROM (SELECT DISTINCT m.sort_key, m.id FROM (%2$s) AS m ORDER BY m.sort_key %1$s, m.id %1$s LIMIT $7) AS page
     JOIN membership m ON m.organization_id = $1 AND m.id = page.id ORDER BY page.sort_key %1$s, page.id %1$s',
    direction, array_to_string(streams, ' UNION ALL '))
  USING own, place.cloud_id, p_project, p_at, p_after, p_after_id, p_limit, p_search, p_kinds, p_without;
END $$;

-- How many come to it by each origin, counted to a bound; somebody who has two ways is in both.
CREATE FUNCTION reach_counts(p_level text, p_cloud text, p_project text, p_min integer, p_at timestamptz, p_bound integer)
RETURNS TABLE (origin text, count integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public SET enable_seqscan = off SET enable_bitmapscan = off AS $$
DECLARE
  own text := current_setting('app.organization_id');
  place record;
  way text;
  found integer;
BEGIN
  FOREACH origin IN ARRAY ARRAY['implicit_owner', 'direct', 'auto_add', 'creator', 'public_project'] LOOP
    SELECT * INTO place FROM reach_place(p_level, p_cloud, p_project, p_min, ARRAY[origin]);
    IF place.cloud_id IS NULL THEN RETURN; END IF;
    count := 0;
    IF origin = 'implicit_owner' THEN
      SELECT count(*) INTO count FROM (SELECT FROM membership m
        WHERE m.organization_id = own AND m.role = 'owner' AND m.ended_at IS NULL AND m.suspended_at IS NULL LIMIT p_bound) AS counted;
    END IF;
    FOREACH way IN ARRAY place.ways LOOP
      EXECUTE format(
        'SELECT count(*)::int FROM (SELECT FROM role_binding b CROSS JOIN LATERAL (SELECT FROM membership m WHERE m.organization_id = $1
           AND m.id = b.membership_id AND m.role <> ''owner'' AND m.ended_at IS NULL AND m.suspended_at IS NULL LIMIT 1) AS f WHERE %s LIMIT $5) AS counted', way)
      INTO found USING own, place.cloud_id, p_project, p_at, p_bound;
      count := least(p_bound, count + found);
    END LOOP;
    RETURN NEXT;
  END LOOP;
END $$;

-- ---------------------------------------------------------------- what can

-- Somebody who holds something, by either id or by address: nobody who has left, or is suspended.
CREATE FUNCTION reach_member(p_member text) RETURNS TABLE (id text, role text)
LANGUAGE plpgsql STABLE SET search_path = public AS $$
DECLARE
  own text := current_setting('app.organization_id');
BEGIN
  IF p_member LIKE 'usr\_%' THEN
    RETURN QUERY SELECT m.id, m.role FROM membership m WHERE m.organization_id = own AND m.user_id = p_member AND m.ended_at IS NULL AND m.suspended_at IS NULL;
  ELSIF p_member LIKE '%@%' THEN
    RETURN QUERY SELECT m.id, m.role FROM membership m WHERE m.organization_id = own AND m.email = lower(p_member) AND m.ended_at IS NULL AND m.suspended_at IS NULL;
  ELSE
    RETURN QUERY SELECT m.id, m.role FROM membership m WHERE m.organization_id = own AND m.id = p_member AND m.ended_at IS NULL AND m.suspended_at IS NULL;
  END IF;
END $$;

-- One keyset page, by name, of the clouds on which a member comes to at least p_min.
CREATE FUNCTION reach_clouds(
  p_member text, p_min integer, p_search text, p_at timestamptz, p_descending boolean, p_after text, p_after_id text, p_limit integer
) RETURNS TABLE (id text, name text, sort_key text, bindings jsonb)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public SET enable_seqscan = off AS $$
DECLARE
  own text := current_setting('app.organization_id');
  held text;
  member text;
  direction text := CASE WHEN p_descending THEN 'DESC' ELSE 'ASC' END;
  wanted text := 'c.organization_id = $1'
    || CASE WHEN p_search IS NULL THEN '' ELSE ' AND c.searchable LIKE $8' END
    || CASE WHEN p_after_id IS NULL THEN '' ELSE format(' AND (c.sort_key, c.id) %s ($5, $6)', CASE WHEN p_descending THEN '<' ELSE '>' END) END;
BEGIN
  SELECT m.id, m.role INTO member, held FROM reach_member(p_member) AS m;
  IF held IS NULL THEN RETURN; END IF;
  RETURN QUERY EXECUTE format(
    'SELECT page.id, page.name, page.sort_key, to_jsonb(ARRAY(
       SELECT jsonb_build_object(''id'', b.id, ''on'', ''cloud'', ''role'', b.role, ''readOnly'', b.read_only, ''origin'', b.origin,
         ''startsAt'', b.starts_at, ''endsAt'', b.ends_at)
       FROM role_binding b WHERE b.organization_id = $1 AND b.membership_id = $2 AND b.cloud_id = page.id AND b.project_id IS NULL))
     FROM (SELECT c.id, c.name, c.sort_key FROM %2$s WHERE %3$s ORDER BY c.sort_key %1$s, c.id %1$s LIMIT $7) AS page
     ORDER BY page.sort_key %1$s, page.id %1$s',
    direction,
    CASE WHEN held = 'owner' THEN 'cloud c' ELSE format(
      '(SELECT b.cloud_id FROM role_binding b WHERE b.organization_id = $1 AND b.membership_id = $2 AND b.project_id IS NULL
          AND binding_rank(b.role, b.read_only) BETWEEN $3 AND 3 AND %s OFFSET 0) AS f
        JOIN cloud c ON c.organization_id = $1 AND c.id = f.cloud_id', reach_in_time('b')) END,
    wanted)
  USING own, member, p_min, p_at, p_after, p_after_id, p_limit, p_search;
END $$;

-- The same of projects, on all clouds or on one: those of clouds that they own, public ones of clouds they are on, and those
-- in which they have a role.
CREATE FUNCTION reach_projects(
  p_member text, p_min integer, p_cloud text, p_search text, p_at timestamptz, p_descending boolean, p_after text, p_after_id text, p_limit integer
) RETURNS TABLE (id text, name text, is_public boolean, is_default boolean, cloud_id text, cloud_name text, sort_key text, bindings jsonb)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public SET enable_seqscan = off AS $$
DECLARE
  few_clouds CONSTANT integer := reach_few(200);
  few CONSTANT integer := reach_few(1000);
  own text := current_setting('app.organization_id');
  held text;
  member text;
  found integer;
  direction text := CASE WHEN p_descending THEN 'DESC' ELSE 'ASC' END;
  in_order text := format(' ORDER BY p.sort_key %1$s, p.id %1$s LIMIT $7', direction);
  wanted text := 'p.organization_id = $1'
    || CASE WHEN p_cloud IS NULL THEN '' ELSE ' AND p.cloud_id = $3' END
    || CASE WHEN p_search IS NULL THEN '' ELSE ' AND p.searchable LIKE $8' END
    || CASE WHEN p_after_id IS NULL THEN '' ELSE format(' AND (p.sort_key, p.id) %s ($5, $6)', CASE WHEN p_descending THEN '<' ELSE '>' END) END;
  on_clouds text := 'b.organization_id = $1 AND b.membership_id = $2 AND b.project_id IS NULL AND binding_rank(b.role, b.read_only) BETWEEN %s AND %s AND '
    || reach_in_time('b') || CASE WHEN p_cloud IS NULL THEN '' ELSE ' AND b.cloud_id = $3' END;
  in_projects text := format('b.organization_id = $1 AND b.membership_id = $2 AND b.project_id IS NOT NULL AND binding_rank(b.role, b.read_only) BETWEEN %s AND 3 AND %s'
    ' AND EXISTS (SELECT FROM role_binding c WHERE c.organization_id = $1 AND c.cloud_id = b.cloud_id AND c.membership_id = $2 AND c.project_id IS NULL'
    ' AND binding_rank(c.role, c.read_only) BETWEEN %s AND 2 AND %s)', p_min, reach_in_time('b'), least(p_min, 2), reach_in_time('c'))
    || CASE WHEN p_cloud IS NULL THEN '' ELSE ' AND b.cloud_id = $3' END;
  clouds text;
  kinds text[];
  streams text[] := ARRAY[]::text[];
BEGIN
  SELECT m.id, m.role INTO member, held FROM reach_member(p_member) AS m;
  IF held IS NULL THEN RETURN; END IF;
  IF held = 'owner' THEN
    streams := ARRAY[format('(SELECT p.sort_key, p.id FROM project p WHERE %s%s)', wanted, in_order)];
  ELSE
    -- each: the clouds, and which of their projects
    kinds := ARRAY[[format(on_clouds, 3, 3), '']];
    IF p_min < 3 THEN kinds := kinds || ARRAY[[format(on_clouds, p_min, 2), ' AND p.is_public']]; END IF;
    FOR at IN 1 .. array_length(kinds, 1) LOOP
      clouds := kinds[at][1];
      EXECUTE format('SELECT count(*)::int FROM (SELECT FROM role_binding b WHERE %s LIMIT %s) AS counted', clouds, few_clouds + 1)
      INTO found USING own, member, p_cloud, p_at;
      CONTINUE WHEN found = 0;
      IF found <= few_clouds THEN
        streams := streams || format(
          '(SELECT p.sort_key, p.id FROM (SELECT b.cloud_id FROM role_binding b WHERE %1$s OFFSET 0) AS f
            CROSS JOIN LATERAL (SELECT p.sort_key, p.id FROM project p WHERE %2$s AND p.cloud_id = f.cloud_id%3$s%4$s) AS p%4$s)',
          clouds, wanted, kinds[at][2], in_order);
      ELSE
        streams := streams || format(
          '(SELECT p.sort_key, p.id FROM project p CROSS JOIN LATERAL (SELECT FROM role_binding b WHERE %s AND b.cloud_id = p.cloud_id LIMIT 1) AS f
            WHERE %s%s%s)', clouds, wanted, kinds[at][2], in_order);
      END IF;
    END LOOP;
    EXECUTE format('SELECT count(*)::int FROM (SELECT FROM role_binding b WHERE %s LIMIT %s) AS counted', split_part(in_projects, ' AND EXISTS', 1), few + 1)
    INTO found USING own, member, p_cloud, p_at;
    IF found BETWEEN 1 AND few THEN
      streams := streams || format(
        '(SELECT p.sort_key, p.id FROM (SELECT b.project_id FROM role_binding b WHERE %s OFFSET 0) AS f
          JOIN project p ON p.organization_id = $1 AND p.id = f.project_id WHERE %s%s)', in_projects, wanted, in_order);
    ELSIF found > few THEN
      streams := streams || format(
        '(SELECT p.sort_key, p.id FROM project p CROSS JOIN LATERAL (SELECT FROM role_binding b WHERE %s AND b.project_id = p.id LIMIT 1) AS f
          WHERE %s%s)', in_projects, wanted, in_order);
    END IF;
  END IF;
  IF streams = '{}' THEN RETURN; END IF;
  RETURN QUERY EXECUTE format(
    'SELECT p.id, p.name, p.is_public, p.is_default, c.id, c.name, p.sort_key, to_jsonb(ARRAY(
       SELECT jsonb_build_object(''id'', b.id, ''on'', CASE WHEN b.project_id IS NULL THEN ''cloud'' ELSE ''project'' END, ''role'', b.role,
         ''readOnly'', b.read_only, ''origin'', b.origin, ''startsAt'', b.starts_at, ''endsAt'', b.ends_at)
       FROM role_binding b WHERE b.organization_id = $1 AND b.membership_id = $2 AND b.cloud_id = p.cloud_id AND (b.project_id IS NULL OR b.project_id = p.id)))
     FROM (SELECT DISTINCT p.sort_key, p.id FROM (%2$s) AS p ORDER BY p.sort_key %1$s, p.id %1$s LIMIT $7) AS page
     JOIN project p ON p.organization_id = $1 AND p.id = page.id
     JOIN cloud c ON c.organization_id = $1 AND c.id = p.cloud_id ORDER BY page.sort_key %1$s, page.id %1$s',
    direction, array_to_string(streams, ' UNION ALL '))
  USING own, member, p_cloud, p_at, p_after, p_after_id, p_limit, p_search;
END $$;

REVOKE EXECUTE ON FUNCTION binding_rank, reach_in_time, reach_bindings, reach_ways, reach_few, reach_place, reach_people, reach_counts, reach_member, reach_clouds, reach_projects FROM PUBLIC;
GRANT EXECUTE ON FUNCTION binding_rank TO console_tenant, console_identity, console_system;
GRANT EXECUTE ON FUNCTION reach_people, reach_counts, reach_clouds, reach_projects TO console_tenant;
