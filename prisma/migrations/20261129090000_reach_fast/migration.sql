-- The first pages of "who can" and "what can", and those after them, by statements that PostgreSQL plans once a connection: the
-- same meaning as reach_people and reach_projects (migration reach), held to decide by the same test.

-- The same page as it is asked for most, onwards and of everybody, by statements that are planned once: two ways lead to any
-- place, a rank on its cloud, and for a private project a role in it beside one. No plan may depend on what is asked.
CREATE FUNCTION reach_everybody(
  p_level text, p_cloud text, p_project text, p_min integer, p_at timestamptz, p_after text, p_after_id text, p_limit integer
) RETURNS TABLE (id text, user_id text, kind text, name text, email text, role text, limits text[], sort_key text, bindings jsonb)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
DECLARE
  few CONSTANT integer := reach_few(1000);
  own CONSTANT text := current_setting('app.organization_id');
  start CONSTANT text := coalesce(p_after, '');
  start_id CONSTANT text := coalesce(p_after_id, '');
  in_cloud text;
  in_project text;
  is_open boolean;
  least_on_cloud integer := p_min;
  on_cloud integer := 0;
  by_role integer := 0;
BEGIN
  IF p_project IS NULL THEN
    SELECT c.id INTO in_cloud FROM cloud c WHERE c.organization_id = own AND c.id = p_cloud AND p_level = 'cloud';
  ELSE
    SELECT p.cloud_id, p.is_public INTO in_cloud, is_open FROM project p WHERE p.organization_id = own AND p.id = p_project;
  END IF;
  IF in_cloud IS NULL THEN RETURN; END IF;
  IF p_level = 'project' AND (p_min = 3 OR NOT is_open) THEN
    least_on_cloud := 3;
    in_project := p_project;
    SELECT count(*) INTO by_role FROM (
      SELECT FROM role_binding b WHERE b.organization_id = own AND b.project_id = in_project
        AND b.origin IN ('direct', 'creator') AND binding_rank(b.role, b.read_only) >= p_min LIMIT few + 1) AS counted;
  END IF;
  SELECT count(*) INTO on_cloud FROM (
    SELECT FROM role_binding b WHERE b.organization_id = own AND b.cloud_id = in_cloud AND b.project_id IS NULL
      AND b.origin IN ('direct', 'auto_add') AND binding_rank(b.role, b.read_only) >= least_on_cloud LIMIT few + 1) AS counted;
  RETURN QUERY SELECT m.id, m.user_id, m.kind, m.name, m.email, m.role, m.limits, m.sort_key, to_jsonb(ARRAY(
      SELECT jsonb_build_object('id', b.id, 'on', CASE WHEN b.project_id IS NULL THEN 'cloud' ELSE 'project' END, 'role', b.role,
        'readOnly', b.read_only, 'origin', b.origin, 'startsAt', b.starts_at, 'endsAt', b.ends_at)
      FROM role_binding b WHERE b.organization_id = own AND b.membership_id = m.id AND b.cloud_id = in_cloud AND (b.project_id IS NULL OR b.project_id = p_project)))
    FROM (SELECT DISTINCT u.sort_key, u.id FROM (
        (SELECT m.sort_key, m.id FROM membership m WHERE m.organization_id = own AND m.role = 'owner' AND m.ended_at IS NULL
            AND m.suspended_at IS NULL AND (m.sort_key, m.id) > (start, start_id) ORDER BY m.sort_key, m.id LIMIT p_limit)
      UNION ALL
        (SELECT m.sort_key, m.id FROM (
            SELECT b.membership_id FROM role_binding b WHERE on_cloud BETWEEN 1 AND few AND b.organization_id = own AND b.cloud_id = in_cloud AND b.project_id IS NULL
              AND b.origin IN ('direct', 'auto_add') AND binding_rank(b.role, b.read_only) >= least_on_cloud
              AND (b.starts_at IS NULL OR b.starts_at <= p_at) AND (b.ends_at IS NULL OR p_at < b.ends_at) OFFSET 0) AS f
          CROSS JOIN LATERAL (SELECT m.sort_key, m.id FROM membership m WHERE m.organization_id = own AND m.id = f.membership_id AND m.role <> 'owner'
            AND m.ended_at IS NULL AND m.suspended_at IS NULL AND (m.sort_key, m.id) > (start, start_id) LIMIT 1) AS m
          ORDER BY m.sort_key, m.id LIMIT p_limit)
      UNION ALL
        (SELECT m.sort_key, m.id FROM membership m CROSS JOIN LATERAL (
            SELECT FROM role_binding b WHERE b.organization_id = own AND b.cloud_id = in_cloud AND b.project_id IS NULL AND b.membership_id = m.id
              AND binding_rank(b.role, b.read_only) >= least_on_cloud
              AND (b.starts_at IS NULL OR b.starts_at <= p_at) AND (b.ends_at IS NULL OR p_at < b.ends_at) LIMIT 1) AS f
          WHERE on_cloud > few AND m.organization_id = own AND m.role <> 'owner' AND m.ended_at IS NULL AND m.suspended_at IS NULL
            AND (m.sort_key, m.id) > (start, start_id) ORDER BY m.sort_key, m.id LIMIT p_limit)
      UNION ALL
        (SELECT m.sort_key, m.id FROM (
            SELECT b.membership_id FROM role_binding b WHERE by_role BETWEEN 1 AND few AND b.organization_id = own AND b.project_id = in_project
              AND b.origin IN ('direct', 'creator') AND binding_rank(b.role, b.read_only) >= p_min
              AND (b.starts_at IS NULL OR b.starts_at <= p_at) AND (b.ends_at IS NULL OR p_at < b.ends_at) OFFSET 0) AS f
          CROSS JOIN LATERAL (SELECT FROM role_binding c WHERE c.organization_id = own AND c.cloud_id = in_cloud AND c.project_id IS NULL
            AND c.membership_id = f.membership_id AND binding_rank(c.role, c.read_only) BETWEEN least(p_min, 2) AND 2
            AND (c.starts_at IS NULL OR c.starts_at <= p_at) AND (c.ends_at IS NULL OR p_at < c.ends_at) LIMIT 1) AS c
          CROSS JOIN LATERAL (SELECT m.sort_key, m.id FROM membership m WHERE m.organization_id = own AND m.id = f.membership_id AND m.role <> 'owner'
            AND m.ended_at IS NULL AND m.suspended_at IS NULL AND (m.sort_key, m.id) > (start, start_id) LIMIT 1) AS m
          ORDER BY m.sort_key, m.id LIMIT p_limit)
      UNION ALL
        (SELECT m.sort_key, m.id FROM membership m CROSS JOIN LATERAL (
            SELECT FROM role_binding b WHERE b.organization_id = own AND b.project_id = in_project AND b.membership_id = m.id
              AND binding_rank(b.role, b.read_only) >= p_min
              AND (b.starts_at IS NULL OR b.starts_at <= p_at) AND (b.ends_at IS NULL OR p_at < b.ends_at) LIMIT 1) AS f
          CROSS JOIN LATERAL (SELECT FROM role_binding c WHERE c.organization_id = own AND c.cloud_id = in_cloud AND c.project_id IS NULL
            AND c.membership_id = m.id AND binding_rank(c.role, c.read_only) BETWEEN least(p_min, 2) AND 2
            AND (c.starts_at IS NULL OR c.starts_at <= p_at) AND (c.ends_at IS NULL OR p_at < c.ends_at) LIMIT 1) AS c
          WHERE by_role > few AND m.organization_id = own AND m.role <> 'owner' AND m.ended_at IS NULL AND m.suspended_at IS NULL
            AND (m.sort_key, m.id) > (start, start_id) ORDER BY m.sort_key, m.id LIMIT p_limit)
      ) AS u ORDER BY u.sort_key, u.id LIMIT p_limit) AS page
    JOIN membership m ON m.organization_id = own AND m.id = page.id ORDER BY page.sort_key, page.id;
END $$;

-- The same as it is asked for most, onwards on all clouds, by statements that are planned once (reach_everybody).
CREATE FUNCTION reach_all_projects(p_member text, p_min integer, p_at timestamptz, p_after text, p_after_id text, p_limit integer)
RETURNS TABLE (id text, name text, is_public boolean, is_default boolean, cloud_id text, cloud_name text, sort_key text, bindings jsonb)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
DECLARE
  few_clouds CONSTANT integer := reach_few(200);
  few CONSTANT integer := reach_few(1000);
  own CONSTANT text := current_setting('app.organization_id');
  start CONSTANT text := coalesce(p_after, '');
  start_id CONSTANT text := coalesce(p_after_id, '');
  member text;
  is_owner boolean;
  on_clouds integer := 0;
  by_role integer := 0;
BEGIN
  SELECT r.id, r.role = 'owner' INTO member, is_owner FROM reach_member(p_member) AS r;
  IF member IS NULL THEN RETURN; END IF;
  IF NOT is_owner THEN
    SELECT count(*) INTO on_clouds FROM (SELECT FROM role_binding b WHERE b.organization_id = own AND b.membership_id = member AND b.project_id IS NULL
      AND binding_rank(b.role, b.read_only) >= p_min LIMIT few_clouds + 1) AS counted;
    SELECT count(*) INTO by_role FROM (SELECT FROM role_binding b WHERE b.organization_id = own AND b.membership_id = member AND b.project_id IS NOT NULL
      AND binding_rank(b.role, b.read_only) >= p_min LIMIT few + 1) AS counted;
  END IF;
  RETURN QUERY SELECT p.id, p.name, p.is_public, p.is_default, c.id, c.name, p.sort_key, to_jsonb(ARRAY(
      SELECT jsonb_build_object('id', b.id, 'on', CASE WHEN b.project_id IS NULL THEN 'cloud' ELSE 'project' END, 'role', b.role,
        'readOnly', b.read_only, 'origin', b.origin, 'startsAt', b.starts_at, 'endsAt', b.ends_at)
      FROM role_binding b WHERE b.organization_id = own AND b.membership_id = member AND b.cloud_id = p.cloud_id AND (b.project_id IS NULL OR b.project_id = p.id)))
    FROM (SELECT DISTINCT u.sort_key, u.id FROM (
        (SELECT p.sort_key, p.id FROM project p WHERE is_owner AND p.organization_id = own AND (p.sort_key, p.id) > (start, start_id)
          ORDER BY p.sort_key, p.id LIMIT p_limit)
      UNION ALL -- of the clouds they own
        (SELECT p.sort_key, p.id FROM (
            SELECT b.cloud_id FROM role_binding b WHERE on_clouds BETWEEN 1 AND few_clouds AND b.organization_id = own AND b.membership_id = member AND b.project_id IS NULL
              AND binding_rank(b.role, b.read_only) = 3 AND (b.starts_at IS NULL OR b.starts_at <= p_at) AND (b.ends_at IS NULL OR p_at < b.ends_at) OFFSET 0) AS f
          CROSS JOIN LATERAL (SELECT p.sort_key, p.id FROM project p WHERE p.organization_id = own AND p.cloud_id = f.cloud_id
            AND (p.sort_key, p.id) > (start, start_id) ORDER BY p.sort_key, p.id LIMIT p_limit) AS p ORDER BY p.sort_key, p.id LIMIT p_limit)
      UNION ALL -- public ones
        (SELECT p.sort_key, p.id FROM (
            SELECT b.cloud_id FROM role_binding b WHERE on_clouds BETWEEN 1 AND few_clouds AND b.organization_id = own AND b.membership_id = member AND b.project_id IS NULL
              AND binding_rank(b.role, b.read_only) BETWEEN p_min AND 2 AND (b.starts_at IS NULL OR b.starts_at <= p_at) AND (b.ends_at IS NULL OR p_at < b.ends_at) OFFSET 0) AS f
          CROSS JOIN LATERAL (SELECT p.sort_key, p.id FROM project p WHERE p.organization_id = own AND p.cloud_id = f.cloud_id AND p.is_public
            AND (p.sort_key, p.id) > (start, start_id) ORDER BY p.sort_key, p.id LIMIT p_limit) AS p ORDER BY p.sort_key, p.id LIMIT p_limit)
      UNION ALL -- both, of many clouds
        (SELECT p.sort_key, p.id FROM project p CROSS JOIN LATERAL (
            SELECT FROM role_binding b WHERE b.organization_id = own AND b.cloud_id = p.cloud_id AND b.project_id IS NULL AND b.membership_id = member
              AND (binding_rank(b.role, b.read_only) = 3 OR p.is_public AND binding_rank(b.role, b.read_only) >= p_min)
              AND (b.starts_at IS NULL OR b.starts_at <= p_at) AND (b.ends_at IS NULL OR p_at < b.ends_at) LIMIT 1) AS f
          WHERE on_clouds > few_clouds AND p.organization_id = own AND (p.sort_key, p.id) > (start, start_id) ORDER BY p.sort_key, p.id LIMIT p_limit)
      UNION ALL -- by a role in them, beside one on the cloud
        (SELECT p.sort_key, p.id FROM (
            SELECT b.project_id, b.cloud_id FROM role_binding b WHERE by_role BETWEEN 1 AND few AND b.organization_id = own AND b.membership_id = member AND b.project_id IS NOT NULL
              AND binding_rank(b.role, b.read_only) >= p_min AND (b.starts_at IS NULL OR b.starts_at <= p_at) AND (b.ends_at IS NULL OR p_at < b.ends_at) OFFSET 0) AS f
          CROSS JOIN LATERAL (SELECT FROM role_binding c WHERE c.organization_id = own AND c.cloud_id = f.cloud_id AND c.project_id IS NULL
            AND c.membership_id = member AND binding_rank(c.role, c.read_only) BETWEEN least(p_min, 2) AND 2
            AND (c.starts_at IS NULL OR c.starts_at <= p_at) AND (c.ends_at IS NULL OR p_at < c.ends_at) LIMIT 1) AS c
          CROSS JOIN LATERAL (SELECT p.sort_key, p.id FROM project p WHERE p.organization_id = own AND p.id = f.project_id
            AND (p.sort_key, p.id) > (start, start_id) LIMIT 1) AS p ORDER BY p.sort_key, p.id LIMIT p_limit)
      UNION ALL
        (SELECT p.sort_key, p.id FROM project p CROSS JOIN LATERAL (
            SELECT FROM role_binding b WHERE b.organization_id = own AND b.project_id = p.id AND b.membership_id = member
              AND binding_rank(b.role, b.read_only) >= p_min AND (b.starts_at IS NULL OR b.starts_at <= p_at) AND (b.ends_at IS NULL OR p_at < b.ends_at) LIMIT 1) AS f
          CROSS JOIN LATERAL (SELECT FROM role_binding c WHERE c.organization_id = own AND c.cloud_id = p.cloud_id AND c.project_id IS NULL
            AND c.membership_id = member AND binding_rank(c.role, c.read_only) BETWEEN least(p_min, 2) AND 2
            AND (c.starts_at IS NULL OR c.starts_at <= p_at) AND (c.ends_at IS NULL OR p_at < c.ends_at) LIMIT 1) AS c
          WHERE by_role > few AND p.organization_id = own AND (p.sort_key, p.id) > (start, start_id) ORDER BY p.sort_key, p.id LIMIT p_limit)
      ) AS u ORDER BY u.sort_key, u.id LIMIT p_limit) AS page
    JOIN project p ON p.organization_id = own AND p.id = page.id
    JOIN cloud c ON c.organization_id = own AND c.id = p.cloud_id ORDER BY page.sort_key, page.id;
END $$;

REVOKE EXECUTE ON FUNCTION reach_everybody, reach_all_projects FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reach_everybody, reach_all_projects TO console_tenant;
