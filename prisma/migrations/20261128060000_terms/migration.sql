-- What a member of the present organization accepted, for its owners: the newest version of each text.
CREATE FUNCTION member_terms(p_membership_id text) RETURNS TABLE (document text, version text, accepted_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT DISTINCT ON (t.document) t.document, t.version, t.accepted_at
  FROM membership m JOIN terms_acceptance t ON t.person_id = m.person_id
  WHERE m.organization_id = current_setting('app.organization_id') AND m.id = p_membership_id AND m.ended_at IS NULL
  ORDER BY t.document, t.accepted_at DESC
$$;
REVOKE EXECUTE ON FUNCTION member_terms FROM PUBLIC;
GRANT EXECUTE ON FUNCTION member_terms TO console_tenant;
