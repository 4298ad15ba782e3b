-- The overview: what it counts is what a filtered list shows, so the lists learn two filters. Its charts read whole days.

CREATE INDEX api_key_by_expiry ON api_key (organization_id, expires_at) WHERE revoked_at IS NULL;
CREATE INDEX membership_came ON membership (organization_id, created_at) WHERE kind = 'person';
CREATE INDEX membership_went ON membership (organization_id, ended_at) WHERE ended_at IS NOT NULL AND kind = 'person';

-- As before, with suspended people, a second factor, and keysFrom and keysTo: who holds a key that ends between the two. As a
-- list of ids, because the keys are few.
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
$$;

-- As before, with endsBefore.
CREATE OR REPLACE FUNCTION invitation_filter(p_filter jsonb) RETURNS text
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
    || CASE WHEN p_filter ->> 'endsBefore' IS NULL THEN '' ELSE ' AND expires_at < ($2 ->> ''endsBefore'')::timestamptz' END
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
