-- A key for chosen places: the lists of clouds, projects and what runs there show it those alone. The filter's onlyClouds and
-- onlyProjects are ids behind commas; an empty text is none of them, an absent one limits nothing.

CREATE OR REPLACE FUNCTION cloud_matching(p_filter jsonb) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = public AS $$
  SELECT 'cloud c' || list_on_cloud(p_filter, 'c.id') || ' WHERE c.organization_id = $1' || list_named(p_filter, 'c')
    || CASE WHEN p_filter ? 'onlyClouds' THEN ' AND c.id = ANY (string_to_array($2 ->> ''onlyClouds'', '',''))' ELSE '' END
    || CASE p_filter ->> 'autoAdd' WHEN 'true' THEN ' AND c.auto_add' WHEN 'false' THEN ' AND NOT c.auto_add' ELSE '' END
$$;

CREATE FUNCTION list_only(p_filter jsonb, p_cloud_id text, p_project_id text) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = public AS $$
  SELECT CASE WHEN p_filter ? 'onlyClouds' THEN format(
    ' AND (%s = ANY (string_to_array($2 ->> ''onlyClouds'', '','')) OR %s = ANY (string_to_array($2 ->> ''onlyProjects'', '','')))',
    p_cloud_id, p_project_id) ELSE '' END
$$;

CREATE OR REPLACE FUNCTION project_matching(p_filter jsonb) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = public AS $$
  SELECT 'project p' || list_on_cloud(p_filter, 'p.cloud_id')
    || CASE WHEN (p_filter ->> 'mine')::boolean THEN '' ELSE ' LEFT' END
    || ' JOIN role_binding own ON own.organization_id = $1 AND own.membership_id = ($2 ->> ''viewer'') AND own.project_id = p.id AND ' || list_counts('own')
    || ' WHERE p.organization_id = $1' || list_named(p_filter, 'p') || list_only(p_filter, 'p.cloud_id', 'p.id')
    || CASE WHEN (p_filter ->> 'owner')::boolean THEN '' ELSE ' AND (p.is_public OR own.id IS NOT NULL OR (b.role = ''owner'' AND NOT b.read_only))' END
    || CASE WHEN p_filter ->> 'cloud' IS NULL THEN '' ELSE ' AND p.cloud_id = ($2 ->> ''cloud'')' END
    || CASE p_filter ->> 'isPublic' WHEN 'true' THEN ' AND p.is_public' WHEN 'false' THEN ' AND NOT p.is_public' ELSE '' END
    || CASE p_filter ->> 'isDefault' WHEN 'true' THEN ' AND p.is_default' WHEN 'false' THEN ' AND NOT p.is_default' ELSE '' END
$$;

CREATE OR REPLACE FUNCTION workload_matching(p_filter jsonb) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = public AS $$
  SELECT 'workload w JOIN project p ON p.organization_id = $1 AND p.id = w.project_id' || list_on_cloud(p_filter, 'w.cloud_id')
    || ' WHERE w.organization_id = $1' || list_only(p_filter, 'w.cloud_id', 'w.project_id')
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

-- The same of where somebody may do something (migration reach), whose filters are parameters: enter_by_key leaves the places in
-- a setting of the transaction, {"clouds": […], "projects": […]}; an empty one limits nothing.
CREATE FUNCTION reach_only(p_cloud_id text, p_project_id text) RETURNS text LANGUAGE plpgsql STABLE SET search_path = public AS $$
DECLARE places jsonb := nullif(current_setting('app.places', true), '')::jsonb;
BEGIN
  IF places IS NULL THEN RETURN ''; END IF;
  RETURN format(' AND (%s = ANY (%L::text[])%s)', p_cloud_id, ARRAY(SELECT jsonb_array_elements_text(places -> 'clouds')),
    CASE WHEN p_project_id IS NULL THEN '' ELSE format(' OR %s = ANY (%L::text[])', p_project_id, ARRAY(SELECT jsonb_array_elements_text(places -> 'projects'))) END);
END $$;

DO $$
DECLARE
  known text;
  one record;
BEGIN
  FOR one IN SELECT * FROM (VALUES
    ('reach_clouds', $q$wanted text := 'c.organization_id = $1'$q$, $q$ || reach_only('c.id', NULL)$q$),
    ('reach_projects', $q$wanted text := 'p.organization_id = $1'$q$, $q$ || reach_only('p.cloud_id', 'p.id')$q$)) AS changes (name, at, more)
  LOOP
    SELECT pg_get_functiondef(oid) INTO STRICT known FROM pg_proc WHERE proname = one.name;
    IF position(one.at IN known) = 0 THEN RAISE EXCEPTION '% is not what it was', one.name; END IF;
    EXECUTE replace(known, one.at, one.at || one.more);
  END LOOP;
END $$;

-- Compared behind a salt of the moment: how far two hashes agree cannot be told from how long the comparison took.
CREATE FUNCTION same_secret(p_one text, p_other text) RETURNS boolean LANGUAGE plpgsql VOLATILE SET search_path = public AS $$
DECLARE salt text := gen_random_uuid();
BEGIN
  RETURN sha256(convert_to(salt || p_one, 'UTF8')) = sha256(convert_to(salt || p_other, 'UTF8'));
END $$;

CREATE OR REPLACE FUNCTION enter_by_key(p_public_id text, p_secret_hash text, p_lock boolean)
RETURNS TABLE (organization_id text, key_id text, id text, user_id text, kind text, name text, email text, role text, limits text[], ceiling jsonb, ranges text[])
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public AS $$
DECLARE own text;
BEGIN
  IF coalesce(current_setting('app.organization_id', true), '') <> '' THEN
    RAISE EXCEPTION 'this transaction is in an organization already';
  END IF;
  SELECT k.organization_id INTO own FROM api_key k
  WHERE k.public_id = p_public_id AND same_secret(k.secret_hash, p_secret_hash) AND k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > now());
  IF NOT FOUND THEN RETURN; END IF;
  IF p_lock THEN PERFORM pg_advisory_xact_lock(hashtextextended(own, 0)); END IF;
  RETURN QUERY
    SELECT m.organization_id, k.id, m.id, m.user_id, m.kind, m.name, m.email, m.role, m.limits, k.ceiling, p.key_ranges
    FROM api_key k
    JOIN membership m ON m.organization_id = k.organization_id AND m.id = k.membership_id
    LEFT JOIN organization_policy p ON p.organization_id = k.organization_id
    WHERE k.organization_id = own AND k.public_id = p_public_id
      AND k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > now()) AND m.ended_at IS NULL AND m.suspended_at IS NULL;
  IF FOUND THEN
    PERFORM set_config('app.organization_id', own, true), set_config('app.membership_id', k.membership_id, true),
      set_config('app.places', CASE WHEN k.ceiling ?| ARRAY['clouds', 'projects'] THEN
        jsonb_build_object('clouds', coalesce(k.ceiling -> 'clouds', '[]'), 'projects', coalesce(k.ceiling -> 'projects', '[]'))::text ELSE '' END, true)
    FROM api_key k WHERE k.public_id = p_public_id;
  END IF;
END $$;

REVOKE EXECUTE ON FUNCTION list_only, reach_only, same_secret FROM PUBLIC;

-- As Prisma describes a list.
ALTER TABLE organization_policy ALTER COLUMN key_ranges DROP NOT NULL, ALTER COLUMN key_ranges SET DEFAULT ARRAY[]::text[], ADD CHECK (key_ranges IS NOT NULL);
