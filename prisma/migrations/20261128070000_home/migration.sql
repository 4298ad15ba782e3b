-- The overview: what it counts is what a filtered list shows, so the lists learn two filters (that of people, keysFrom and keysTo,
-- with the next replacement of member_filter: users_by_access). Its charts read whole days.

CREATE INDEX api_key_by_expiry ON api_key (organization_id, expires_at) WHERE revoked_at IS NULL;
CREATE INDEX membership_came ON membership (organization_id, created_at) WHERE kind = 'person';
CREATE INDEX membership_went ON membership (organization_id, ended_at) WHERE ended_at IS NOT NULL AND kind = 'person';

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
