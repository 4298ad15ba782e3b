-- When an account was last there by an access token. API keys have their own times; tokens are gone an hour after they were given.

ALTER TABLE service_account ADD COLUMN last_token_at timestamptz(3);
UPDATE service_account s SET last_token_at = greatest(
  (SELECT max(last_used_at) FROM client_key WHERE organization_id = s.organization_id AND membership_id = s.id),
  (SELECT max(last_used_at) FROM trust_rule WHERE organization_id = s.organization_id AND membership_id = s.id)
);

-- The accounts of a large organization, the newest or the oldest first; by name they have an index already.
CREATE INDEX membership_accounts_by_created ON membership (organization_id, created_at, id) WHERE ended_at IS NULL AND kind = 'service_account';
