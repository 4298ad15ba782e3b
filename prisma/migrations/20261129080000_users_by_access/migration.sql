-- "Has access to …" in the list of people: whoever is anything there at the moment of the question (tierOnCloud, tierOnProject):
-- owners of the organization, and whoever holds a role on the cloud; in a project those of them who own the cloud, all of
-- them where it is public, and whoever holds a role in it. An unknown place is nobody's.

-- As before, with suspended people, a second factor, keysFrom and keysTo (who holds a key that ends between the two; as a list of
-- ids, because the keys are few), and access at accessAt.
CREATE OR REPLACE FUNCTION member_filter(p_filter jsonb) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = public AS $$
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
            WHEN left(p_filter ->> 'access', 4) = 'prj_' THEN ' AND ended_at IS NULL AND suspended_at IS NULL AND (
              role = ''owner'' AND EXISTS (SELECT FROM project p WHERE p.organization_id = $1 AND p.id = $2 ->> ''access'')
              OR EXISTS (SELECT FROM role_binding b WHERE b.organization_id = $1 AND b.project_id IS NULL AND b.membership_id = membership.id
                AND b.cloud_id = (SELECT p.cloud_id FROM project p WHERE p.organization_id = $1 AND p.id = $2 ->> ''access'')
                AND (b.starts_at IS NULL OR b.starts_at <= ($2 ->> ''accessAt'')::timestamptz) AND (b.ends_at IS NULL OR b.ends_at > ($2 ->> ''accessAt'')::timestamptz)
                AND (b.role = ''owner'' OR (SELECT p.is_public FROM project p WHERE p.organization_id = $1 AND p.id = $2 ->> ''access'')
                  OR EXISTS (SELECT FROM role_binding d WHERE d.organization_id = $1 AND d.project_id = $2 ->> ''access''
                    AND d.membership_id = b.membership_id AND (d.starts_at IS NULL OR d.starts_at <= ($2 ->> ''accessAt'')::timestamptz) AND (d.ends_at IS NULL OR d.ends_at > ($2 ->> ''accessAt'')::timestamptz)))))'
            ELSE ' AND ended_at IS NULL AND suspended_at IS NULL AND (
              role = ''owner'' AND EXISTS (SELECT FROM cloud c WHERE c.organization_id = $1 AND c.id = $2 ->> ''access'')
              OR EXISTS (SELECT FROM role_binding b WHERE b.organization_id = $1 AND b.project_id IS NULL AND b.membership_id = membership.id
                AND b.cloud_id = $2 ->> ''access'' AND (b.starts_at IS NULL OR b.starts_at <= ($2 ->> ''accessAt'')::timestamptz) AND (b.ends_at IS NULL OR b.ends_at > ($2 ->> ''accessAt'')::timestamptz)))' END
$$;
