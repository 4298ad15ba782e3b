-- Lists of clouds and projects: what whoever asks can reach, with the meaning of lib/domain/decide.ts, in one statement. The
-- functions state the organization themselves (migration large_lists says why), and read the filter as $2: viewer, owner (of
-- the organization), at; search (a LIKE pattern), prefix, before; what is absent filters nothing.

-- Written seldom: no list of entries that every search reads until somebody vacuums.
CREATE INDEX cloud_search ON cloud USING gin (organization_id, searchable gin_trgm_ops) WITH (fastupdate = off);
CREATE INDEX cloud_auto_adding ON cloud (organization_id, sort_key, id) WHERE auto_add;
CREATE INDEX project_search ON project USING gin (organization_id, searchable gin_trgm_ops) WITH (fastupdate = off);
CREATE INDEX project_by_whole_name ON project (organization_id, name);
CREATE INDEX project_by_visibility ON project (organization_id, is_public, sort_key, id);
CREATE INDEX project_by_visibility_and_time ON project (organization_id, is_public, created_at, id);
CREATE INDEX project_in_cloud_by_time ON project (organization_id, cloud_id, created_at, id);
-- Deleting a project looks for what ran in it, closing a membership for what it gave.
CREATE INDEX workload_in_project ON workload (organization_id, project_id, cloud_id);
CREATE INDEX role_binding_given_by ON role_binding (organization_id, created_by_id) WHERE created_by_id IS NOT NULL;
CREATE INDEX workload_by_time ON workload (organization_id, last_seen_at, id);
CREATE INDEX workload_of_creator_by_time ON workload (organization_id, creator_id, last_seen_at, id);

-- Whether a binding that goes by that name counts at the moment that is asked about.
CREATE FUNCTION list_counts(p_name text) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = public AS $$
  SELECT format('(%1$s.starts_at IS NULL OR %1$s.starts_at <= ($2 ->> ''at'')::timestamptz) AND (%1$s.ends_at IS NULL OR ($2 ->> ''at'')::timestamptz < %1$s.ends_at)', p_name)
$$;

-- The role on the cloud that whoever asks must hold; owners of the organization need none.
CREATE FUNCTION list_on_cloud(p_filter jsonb, p_cloud_id text) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = public AS $$
  SELECT CASE WHEN (p_filter ->> 'owner')::boolean THEN '' ELSE
    format(' JOIN role_binding b ON b.organization_id = $1 AND b.membership_id = ($2 ->> ''viewer'') AND b.cloud_id = %s AND b.project_id IS NULL AND ', p_cloud_id)
      || list_counts('b') END
$$;
CREATE FUNCTION list_cloud_tier(p_filter jsonb) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = public AS $$
  SELECT CASE WHEN (p_filter ->> 'owner')::boolean THEN '''owner''' ELSE
    '(CASE WHEN b.read_only THEN ''readonly'' WHEN b.role = ''owner'' THEN ''owner'' WHEN b.role IN (''writer'', ''collaborator'') THEN ''write'' ELSE ''readonly'' END)' END
$$;

-- What is asked of a cloud or a project alike.
CREATE FUNCTION list_named(p_filter jsonb, p_table text) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = public AS $$
  SELECT replace(
    CASE WHEN p_filter ->> 'ids' IS NULL THEN '' ELSE ' AND t.id = ANY (string_to_array($2 ->> ''ids'', '',''))' END
    || CASE WHEN p_filter ->> 'name' IS NULL THEN '' ELSE ' AND t.name = ($2 ->> ''name'')' END
    || CASE WHEN p_filter ->> 'search' IS NULL THEN '' ELSE ' AND t.searchable LIKE ($2 ->> ''search'')' END
    || CASE WHEN p_filter ->> 'prefix' IS NULL THEN '' ELSE ' AND t.sort_key >= ($2 ->> ''prefix'') AND t.sort_key < ($2 ->> ''before'')' END
    || CASE WHEN p_filter ->> 'creator' IS NULL THEN '' ELSE
         ' AND t.creator_id = coalesce((SELECT id FROM membership WHERE user_id = ($2 ->> ''creator'') AND organization_id = $1), $2 ->> ''creator'')' END,
    't.', p_table || '.')
$$;

-- Who is searched for may stand anywhere in the order (migration large_lists): up to a thousand are looked up first, and the
-- list is of their ids; unless the beginning of the list holds them in plenty.
CREATE FUNCTION list_narrowed(p_filter jsonb, p_table text) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = public SET enable_seqscan = off SET enable_indexscan = on SET enable_bitmapscan = on AS $$
DECLARE
  found text[];
  plenty boolean;
BEGIN
  IF NOT p_filter ?| ARRAY['name', 'search', 'prefix', 'creator'] THEN RETURN p_filter; END IF;
  IF p_filter ? 'search' THEN
    EXECUTE format('SELECT count(*) FILTER (WHERE searchable LIKE ($2 ->> ''search'')) > 50 FROM (SELECT searchable FROM %I WHERE organization_id = $1
      ORDER BY sort_key, id LIMIT 200) AS head', p_table)
    INTO plenty USING current_setting('app.organization_id'), p_filter;
    IF plenty THEN RETURN p_filter; END IF;
    PERFORM set_config('enable_indexscan', 'off', true);
  END IF;
  EXECUTE format('SELECT array_agg(id) FROM (SELECT id FROM %1$I WHERE organization_id = $1%2$s LIMIT 1001) AS found', p_table, list_named(p_filter, p_table))
  INTO found USING current_setting('app.organization_id'), p_filter;
  IF cardinality(found) > 1000 THEN RETURN p_filter; END IF;
  RETURN p_filter - ARRAY['name', 'search', 'prefix', 'before', 'creator'] || jsonb_build_object('ids', coalesce(array_to_string(found, ','), ''));
END $$;

CREATE FUNCTION list_place(p_sort text, p_descending boolean, p_after_id text, p_table text) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = public AS $$
  SELECT format('%1$s ORDER BY %2$s %3$s, %4$s.id %3$s',
    CASE WHEN p_after_id IS NULL THEN '' ELSE format(' AND (%s, %s.id) %s ($3::%s, $4)', col, p_table, CASE WHEN p_descending THEN '<' ELSE '>' END,
      CASE WHEN p_sort = 'name' THEN 'text' ELSE 'timestamptz' END) END,
    col, CASE WHEN p_descending THEN 'DESC' ELSE 'ASC' END, p_table)
  FROM (SELECT p_table || CASE p_sort WHEN 'name' THEN '.sort_key' WHEN 'seen' THEN '.last_seen_at' ELSE '.created_at' END AS col) AS sorted
$$;

CREATE FUNCTION cloud_matching(p_filter jsonb) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = public AS $$
  SELECT 'cloud c' || list_on_cloud(p_filter, 'c.id') || ' WHERE c.organization_id = $1' || list_named(p_filter, 'c')
    || CASE p_filter ->> 'autoAdd' WHEN 'true' THEN ' AND c.auto_add' WHEN 'false' THEN ' AND NOT c.auto_add' ELSE '' END
$$;

-- members: people with a row of their own who are no owners of the organization, counted to a bound, for owners of the cloud
-- alone. projects: those that whoever asks can reach.
CREATE FUNCTION cloud_page(p_filter jsonb, p_sort text, p_descending boolean, p_after text, p_after_id text, p_limit integer, p_bound integer)
RETURNS TABLE (id text, name text, provider text, region text, compute_stack text, is_private boolean, is_default boolean, auto_add boolean, creator jsonb,
  created_at timestamptz, version integer, sort_key text, tier text, members integer, projects integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public SET enable_seqscan = off SET enable_bitmapscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE asked jsonb := list_narrowed(p_filter, 'cloud');
BEGIN
  RETURN QUERY EXECUTE format(
    'WITH page AS MATERIALIZED (SELECT c.*, %1$s AS tier FROM %2$s%3$s LIMIT $5),
       owners AS MATERIALIZED (SELECT m.id FROM membership m WHERE m.organization_id = $1 AND m.role = ''owner'' AND m.ended_at IS NULL)
     SELECT c.id, c.name, c.provider, c.region, c.compute_stack, c.is_private, c.is_default, c.auto_add,
       jsonb_build_object(''id'', m.id, ''userId'', m.user_id, ''name'', m.name, ''email'', m.email, ''removed'', m.ended_at IS NOT NULL),
       c.created_at::timestamptz, c.version, c.sort_key::text, c.tier,
       CASE WHEN c.tier = ''owner'' THEN (SELECT count(*)::int FROM (SELECT FROM role_binding x WHERE x.organization_id = $1 AND x.cloud_id = c.id
         AND x.project_id IS NULL AND %4$s AND x.membership_id NOT IN (SELECT o.id FROM owners o) LIMIT $6) AS people) END,
       (SELECT count(*)::int FROM project p WHERE p.organization_id = $1 AND p.cloud_id = c.id AND (c.tier = ''owner'' OR p.is_public OR EXISTS (
         SELECT FROM role_binding x WHERE x.organization_id = $1 AND x.project_id = p.id AND x.membership_id = ($2 ->> ''viewer'') AND %4$s)))
     FROM page c JOIN membership m ON m.organization_id = $1 AND m.id = c.creator_id WHERE true%5$s',
    list_cloud_tier(asked), cloud_matching(asked), list_place(p_sort, p_descending, p_after_id, 'c'), list_counts('x'),
    list_place(p_sort, p_descending, NULL, 'c'))
  USING current_setting('app.organization_id'), asked, p_after, p_after_id, p_limit, p_bound;
END $$;

CREATE FUNCTION cloud_count(p_filter jsonb, p_bound integer) RETURNS integer
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public SET enable_seqscan = off SET enable_bitmapscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE
  found integer;
  asked jsonb := list_narrowed(p_filter, 'cloud');
BEGIN
  EXECUTE format('SELECT count(*)::int FROM (SELECT FROM %s LIMIT $3) AS matching', cloud_matching(asked))
  INTO found USING current_setting('app.organization_id'), asked, p_bound;
  RETURN found;
END $$;

CREATE FUNCTION project_matching(p_filter jsonb) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = public AS $$
  SELECT 'project p' || list_on_cloud(p_filter, 'p.cloud_id')
    || CASE WHEN (p_filter ->> 'mine')::boolean THEN '' ELSE ' LEFT' END
    || ' JOIN role_binding own ON own.organization_id = $1 AND own.membership_id = ($2 ->> ''viewer'') AND own.project_id = p.id AND ' || list_counts('own')
    || ' WHERE p.organization_id = $1' || list_named(p_filter, 'p')
    || CASE WHEN (p_filter ->> 'owner')::boolean THEN '' ELSE ' AND (p.is_public OR own.id IS NOT NULL OR (b.role = ''owner'' AND NOT b.read_only))' END
    || CASE WHEN p_filter ->> 'cloud' IS NULL THEN '' ELSE ' AND p.cloud_id = ($2 ->> ''cloud'')' END
    || CASE p_filter ->> 'isPublic' WHEN 'true' THEN ' AND p.is_public' WHEN 'false' THEN ' AND NOT p.is_public' ELSE '' END
    || CASE p_filter ->> 'isDefault' WHEN 'true' THEN ' AND p.is_default' WHEN 'false' THEN ' AND NOT p.is_default' ELSE '' END
$$;

-- What whoever asks is in p: tierOnProject of lib/domain/decide.ts.
CREATE FUNCTION list_project_tier(p_filter jsonb) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = public AS $$
  SELECT format('(CASE WHEN %1$s = ''owner'' THEN ''owner'' WHEN %1$s = ''readonly'' THEN ''readonly'' WHEN own.role = ''owner'' THEN ''owner''
    WHEN p.is_public OR own.role = ''write'' THEN ''write'' ELSE own.role END)', list_cloud_tier(p_filter))
$$;

CREATE FUNCTION project_page(p_filter jsonb, p_sort text, p_descending boolean, p_after text, p_after_id text, p_limit integer, p_bound integer)
RETURNS TABLE (id text, name text, description text, cloud jsonb, is_default boolean, is_public boolean, creator jsonb, created_at timestamptz, version integer,
  sort_key text, tier text, members integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public SET enable_seqscan = off SET enable_bitmapscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE asked jsonb := list_narrowed(p_filter, 'project');
BEGIN
  RETURN QUERY EXECUTE format(
    'WITH page AS MATERIALIZED (SELECT p.*, %1$s AS tier FROM %2$s%3$s LIMIT $5),
       owners AS MATERIALIZED (SELECT m.id FROM membership m WHERE m.organization_id = $1 AND m.role = ''owner'' AND m.ended_at IS NULL)
     SELECT p.id, p.name, p.description, jsonb_build_object(''id'', c.id, ''name'', c.name), p.is_default, p.is_public,
       jsonb_build_object(''id'', m.id, ''userId'', m.user_id, ''name'', m.name, ''email'', m.email, ''removed'', m.ended_at IS NOT NULL),
       p.created_at::timestamptz, p.version, p.sort_key::text, p.tier,
       (SELECT count(*)::int FROM (SELECT FROM role_binding x WHERE x.organization_id = $1 AND x.project_id = p.id AND %4$s
         AND x.membership_id NOT IN (SELECT o.id FROM owners o) LIMIT $6) AS people)
     FROM page p JOIN cloud c ON c.organization_id = $1 AND c.id = p.cloud_id JOIN membership m ON m.organization_id = $1 AND m.id = p.creator_id WHERE true%5$s',
    list_project_tier(asked), project_matching(asked), list_place(p_sort, p_descending, p_after_id, 'p'), list_counts('x'),
    list_place(p_sort, p_descending, NULL, 'p'))
  USING current_setting('app.organization_id'), asked, p_after, p_after_id, p_limit, p_bound;
END $$;

CREATE FUNCTION project_count(p_filter jsonb, p_bound integer) RETURNS integer
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public SET enable_seqscan = off SET enable_bitmapscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE
  found integer;
  asked jsonb := list_narrowed(p_filter, 'project');
BEGIN
  EXECUTE format('SELECT count(*)::int FROM (SELECT FROM %s LIMIT $3) AS matching', project_matching(asked))
  INTO found USING current_setting('app.organization_id'), asked, p_bound;
  RETURN found;
END $$;

-- Who reaches no more than a thousand projects is shown what runs in those.
CREATE FUNCTION workload_narrowed(p_filter jsonb) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = public AS $$
DECLARE
  found text[];
  reach jsonb := jsonb_build_object('viewer', p_filter -> 'viewer', 'owner', false, 'at', p_filter -> 'at');
BEGIN
  IF (p_filter ->> 'owner')::boolean OR p_filter ?| ARRAY['ids', 'externalId', 'project'] THEN RETURN p_filter; END IF;
  EXECUTE format('SELECT array_agg(id) FROM (SELECT p.id FROM %s LIMIT 1001) AS found', project_matching(reach))
  INTO found USING current_setting('app.organization_id'), reach;
  IF cardinality(found) > 1000 THEN RETURN p_filter; END IF;
  RETURN p_filter || jsonb_build_object('projects', coalesce(array_to_string(found, ','), ''));
END $$;

CREATE FUNCTION workload_matching(p_filter jsonb) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = public AS $$
  SELECT 'workload w JOIN project p ON p.organization_id = $1 AND p.id = w.project_id' || list_on_cloud(p_filter, 'w.cloud_id')
    || ' WHERE w.organization_id = $1'
    || CASE WHEN (p_filter ->> 'owner')::boolean THEN '' ELSE ' AND (p.is_public OR (b.role = ''owner'' AND NOT b.read_only) OR EXISTS (
         SELECT FROM role_binding own WHERE own.organization_id = $1 AND own.membership_id = ($2 ->> ''viewer'') AND own.project_id = p.id AND '
         || list_counts('own') || '))' END
    || CASE WHEN p_filter ->> 'ids' IS NULL THEN '' ELSE ' AND w.id = ANY (string_to_array($2 ->> ''ids'', '',''))' END
    || CASE WHEN p_filter ->> 'projects' IS NULL THEN '' ELSE ' AND w.project_id = ANY (string_to_array($2 ->> ''projects'', '',''))' END
    || CASE WHEN p_filter ->> 'externalId' IS NULL THEN '' ELSE ' AND w.external_id = ($2 ->> ''externalId'')' END
    || CASE WHEN p_filter ->> 'project' IS NULL THEN '' ELSE ' AND w.project_id = ($2 ->> ''project'')' END
    || CASE WHEN p_filter ->> 'creator' IS NULL THEN '' ELSE
         ' AND w.creator_id = coalesce((SELECT id FROM membership WHERE user_id = ($2 ->> ''creator'') AND organization_id = $1), $2 ->> ''creator'')' END
    || CASE WHEN p_filter ->> 'states' IS NULL THEN '' ELSE ' AND w.state = ANY (string_to_array($2 ->> ''states'', '',''))' END
    || CASE WHEN p_filter ->> 'kinds' IS NULL THEN '' ELSE ' AND w.kind = ANY (string_to_array($2 ->> ''kinds'', '',''))' END
$$;

CREATE FUNCTION workload_page(p_filter jsonb, p_descending boolean, p_after text, p_after_id text, p_limit integer)
RETURNS TABLE (id text, external_id text, kind text, name text, project jsonb, cloud jsonb, creator jsonb, state text, last_seen_at timestamptz,
  created_at timestamptz, version integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public SET enable_seqscan = off SET enable_bitmapscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE asked jsonb := workload_narrowed(p_filter);
BEGIN
  RETURN QUERY EXECUTE format(
    'WITH page AS MATERIALIZED (SELECT w.*, p.name AS project_name FROM %1$s%2$s LIMIT $5)
     SELECT w.id, w.external_id, w.kind, w.name, jsonb_build_object(''id'', w.project_id, ''name'', w.project_name), jsonb_build_object(''id'', c.id, ''name'', c.name),
       CASE WHEN m.id IS NOT NULL THEN jsonb_build_object(''id'', m.id, ''name'', m.name, ''email'', m.email, ''removed'', m.ended_at IS NOT NULL) END,
       w.state, w.last_seen_at::timestamptz, w.created_at::timestamptz, w.version
     FROM page w JOIN cloud c ON c.organization_id = $1 AND c.id = w.cloud_id
     LEFT JOIN membership m ON m.organization_id = $1 AND m.id = w.creator_id WHERE true%3$s',
    workload_matching(asked), list_place('seen', p_descending, p_after_id, 'w'), list_place('seen', p_descending, NULL, 'w'))
  USING current_setting('app.organization_id'), asked, p_after, p_after_id, p_limit;
END $$;

CREATE FUNCTION workload_count(p_filter jsonb, p_bound integer) RETURNS integer
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public SET enable_seqscan = off SET enable_bitmapscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE
  found integer;
  asked jsonb := workload_narrowed(p_filter);
BEGIN
  EXECUTE format('SELECT count(*)::int FROM (SELECT FROM %s LIMIT $3) AS matching', workload_matching(asked))
  INTO found USING current_setting('app.organization_id'), asked, p_bound;
  RETURN found;
END $$;

REVOKE EXECUTE ON FUNCTION list_counts, list_on_cloud, list_cloud_tier, list_named, list_narrowed, workload_narrowed, list_place, list_project_tier, cloud_matching, cloud_page, cloud_count,
  project_matching, project_page, project_count, workload_matching, workload_page, workload_count FROM PUBLIC;
GRANT EXECUTE ON FUNCTION cloud_page, cloud_count, project_page, project_count, workload_page, workload_count TO console_tenant;

-- Whoever joins is told which clouds they were added to.
GRANT SELECT (organization_id, name, auto_add, sort_key, id) ON cloud TO console_identity;
