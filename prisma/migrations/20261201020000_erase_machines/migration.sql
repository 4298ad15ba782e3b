-- The end of an organization takes what service accounts prove themselves with, too. Each row names who made it, so it goes before
-- the memberships: they go in any order, and that of an owner would be held back by the rules and public keys of accounts.
DO $$
DECLARE
  known text := pg_get_functiondef('erase_organization(text)'::regprocedure);
  at text := '  DELETE FROM api_key WHERE organization_id = p_id;';
BEGIN
  IF position(at IN known) = 0 THEN RAISE EXCEPTION 'erase_organization is not what it was'; END IF;
  EXECUTE replace(known, at, '  DELETE FROM access_token WHERE organization_id = p_id;
  DELETE FROM used_assertion WHERE organization_id = p_id;
  DELETE FROM client_key WHERE organization_id = p_id;
  DELETE FROM trust_rule WHERE organization_id = p_id;
' || at);
END $$;
