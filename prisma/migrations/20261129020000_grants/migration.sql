-- Who holds roles on a cloud or in a project: lists of a hundred thousand.

CREATE INDEX role_binding_by_role ON role_binding (organization_id, cloud_id, role) WHERE project_id IS NULL;
CREATE INDEX role_binding_read_only ON role_binding (organization_id, cloud_id) WHERE project_id IS NULL AND read_only;
CREATE INDEX role_binding_timed ON role_binding (organization_id, cloud_id, ends_at) WHERE ends_at IS NOT NULL;
CREATE INDEX role_binding_planned ON role_binding (organization_id, cloud_id, starts_at) WHERE starts_at IS NOT NULL;

-- The rows that p_filter means, as the condition of a statement with $1 the organization, $2 the filter, $3 the cloud and
-- $4 the project. roles (cloud_read_only among them), origins: words between commas.
CREATE FUNCTION binding_filter(p_filter jsonb, p_project text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = public AS $$
  SELECT 'b.organization_id = $1 AND b.cloud_id = $3 AND '
    || CASE WHEN p_project IS NULL THEN 'b.project_id IS NULL AND $4::text IS NULL' ELSE 'b.project_id = $4' END
    || CASE
         WHEN p_filter ->> 'roles' IS NULL THEN ''
         WHEN p_filter ->> 'roles' = 'cloud_read_only' THEN ' AND b.read_only'
         WHEN p_filter ->> 'roles' LIKE '%cloud_read_only%' THEN ' AND (b.read_only OR b.role = ANY (string_to_array($2 ->> ''roles'', '','')))'
         ELSE ' AND b.role = ANY (string_to_array($2 ->> ''roles'', '','')) AND NOT b.read_only' END
    || CASE WHEN p_filter ->> 'origins' IS NULL THEN '' ELSE ' AND b.origin = ANY (string_to_array($2 ->> ''origins'', '',''))' END
    || CASE p_filter ->> 'ends'
         WHEN 'ending' THEN ' AND b.ends_at > ($2 ->> ''now'')::timestamptz AND b.ends_at <= ($2 ->> ''now'')::timestamptz + interval ''7 days'''
         WHEN 'ended' THEN ' AND b.ends_at <= ($2 ->> ''now'')::timestamptz'
         WHEN 'planned' THEN ' AND b.starts_at > ($2 ->> ''now'')::timestamptz'
         WHEN 'timed' THEN ' AND b.ends_at IS NOT NULL'
         ELSE '' END
$$;

-- Whose rows are listed: open memberships that own nothing by themselves. A pattern of one or two characters is a prefix,
-- of the name or of the address (as member_filter).
CREATE FUNCTION binding_holder_filter(p_filter jsonb) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = public AS $$
  SELECT 'm.organization_id = $1 AND m.ended_at IS NULL AND m.role <> ''owner'''
    || CASE WHEN p_filter ->> 'search' IS NULL THEN ''
            WHEN left(p_filter ->> 'search', 1) = '%' THEN ' AND m.searchable LIKE ($2 ->> ''search'')'
            ELSE ' AND (m.searchable LIKE ($2 ->> ''search'') OR m.email COLLATE "C" LIKE ($2 ->> ''search''))' END
    || CASE WHEN p_filter ->> 'kinds' IS NULL THEN '' ELSE ' AND m.kind = ANY (string_to_array($2 ->> ''kinds'', '',''))' END
$$;

-- Few on the cloud, or few that are searched for: found first and sorted. Else everybody in the order of the list, each
-- looked up among those on the cloud, until the page is full.
CREATE FUNCTION binding_page(
  p_cloud text, p_project text, p_filter jsonb, p_descending boolean, p_after text, p_after_id text, p_limit integer
) RETURNS TABLE (membership_id text, sort_key text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public SET enable_seqscan = off AS $$
DECLARE
  direction text := CASE WHEN p_descending THEN 'DESC' ELSE 'ASC' END;
  rows text := binding_filter(p_filter, p_project);
  holders text := binding_holder_filter(p_filter);
  in_order text := format('%s ORDER BY m.sort_key %s, m.id %s LIMIT $7',
    CASE WHEN p_after_id IS NULL THEN '$5::text IS NULL AND $6::text IS NULL'
      ELSE format('(m.sort_key, m.id) %s ($5, $6)', CASE WHEN p_descending THEN '<' ELSE '>' END) END, direction, direction);
  few text[];
BEGIN
  EXECUTE CASE WHEN p_filter ->> 'search' IS NULL
    THEN format('SELECT array_agg(f.id) FROM (SELECT b.membership_id AS id FROM role_binding b WHERE %s LIMIT 2001) AS f', rows)
    ELSE format('SELECT array_agg(f.id) FROM (SELECT m.id FROM membership m WHERE %s AND $3 IS NOT NULL AND ($4 = $4 OR $4 IS NULL) LIMIT 2001) AS f', holders) END
  INTO few USING current_setting('app.organization_id'), p_filter, p_cloud, p_project;
  few := coalesce(few, '{}');
  RETURN QUERY EXECUTE format(
    'SELECT m.id, m.sort_key::text FROM membership m WHERE %s AND %s AND %s AND %s',
    CASE WHEN cardinality(few) <= 2000 THEN 'm.id = ANY ($8)' ELSE '$8 IS NOT NULL' END,
    -- those who were found by their rows have one
    CASE WHEN cardinality(few) <= 2000 AND p_filter ->> 'search' IS NULL THEN '($3 <> '''' OR $4 <> '''')'
      ELSE format('EXISTS (SELECT 1 FROM role_binding b WHERE b.membership_id = m.id AND %s OFFSET 0)', rows) END,
    holders, in_order)
  USING current_setting('app.organization_id'), p_filter, p_cloud, p_project, p_after, p_after_id, p_limit, few;
END $$;

-- Counts to p_bound and no further: from the people where they are narrowed, else from the rows, each looked up by itself.
CREATE FUNCTION binding_count(p_cloud text, p_project text, p_filter jsonb, p_bound integer) RETURNS integer
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public SET enable_seqscan = off AS $$
DECLARE found integer;
BEGIN
  EXECUTE format(
    CASE WHEN p_filter ->> 'search' IS NULL AND p_filter ->> 'kinds' IS NULL
      THEN 'SELECT count(*)::int FROM (SELECT 1 FROM role_binding b WHERE %1$s
        AND EXISTS (SELECT 1 FROM membership m WHERE m.id = b.membership_id AND %2$s OFFSET 0) LIMIT $5) AS matching'
      ELSE 'SELECT count(*)::int FROM (SELECT 1 FROM membership m WHERE %2$s
        AND EXISTS (SELECT 1 FROM role_binding b WHERE b.membership_id = m.id AND %1$s OFFSET 0) LIMIT $5) AS matching' END,
    binding_filter(p_filter, p_project), binding_holder_filter(p_filter))
  INTO found USING current_setting('app.organization_id'), p_filter, p_cloud, p_project, p_bound;
  RETURN found;
END $$;

REVOKE EXECUTE ON FUNCTION binding_filter, binding_holder_filter, binding_page, binding_count FROM PUBLIC;
GRANT EXECUTE ON FUNCTION binding_page, binding_count TO console_tenant;
