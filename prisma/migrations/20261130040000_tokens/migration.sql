-- Tokens for machines (OAuth 2.0): what accounts prove themselves with beside keys, and what they get for it.

ALTER TABLE service_account
  ADD COLUMN token_seconds integer NOT NULL DEFAULT 3600 CHECK (token_seconds BETWEEN 900 AND 3600);
CREATE INDEX service_account_id ON service_account (id); -- by its client id, before the organization is known

-- What this installation signs with: made here, sealed under AUTH_SECRET. The newest but one stays for what it signed.
CREATE TABLE token_key (
  kid text PRIMARY KEY,
  public_jwk jsonb NOT NULL,
  sealed text NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- Public keys of an account: assertions signed with them are who it is (RFC 7523).
CREATE TABLE client_key (
  organization_id text NOT NULL DEFAULT current_setting('app.organization_id'),
  id text NOT NULL,
  membership_id text NOT NULL,
  name text NOT NULL,
  jwk jsonb NOT NULL,
  thumbprint text NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  created_by_id text,
  last_used_at timestamptz(3),
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, membership_id) REFERENCES membership (organization_id, id) ON UPDATE CASCADE ON DELETE CASCADE,
  FOREIGN KEY (organization_id, created_by_id) REFERENCES membership (organization_id, id) ON UPDATE CASCADE
);
CREATE UNIQUE INDEX client_key_of_member ON client_key (organization_id, membership_id, thumbprint);
CREATE INDEX client_key_created_by ON client_key (organization_id, created_by_id);

-- Whose tokens let a workload act as an account (RFC 8693), without any secret of ours.
CREATE TABLE trust_rule (
  organization_id text NOT NULL DEFAULT current_setting('app.organization_id'),
  id text NOT NULL,
  membership_id text NOT NULL,
  name text NOT NULL,
  issuer text NOT NULL,
  audience text NOT NULL,
  subject text NOT NULL, -- with * between fixed parts
  claims jsonb NOT NULL DEFAULT '{}', -- what else must be exactly so
  jwks jsonb, -- keys of an issuer that cannot be reached; null: asked of it
  seconds integer NOT NULL CHECK (seconds BETWEEN 60 AND 3600),
  enabled boolean NOT NULL DEFAULT true,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  created_by_id text,
  last_used_at timestamptz(3),
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, membership_id) REFERENCES membership (organization_id, id) ON UPDATE CASCADE ON DELETE CASCADE,
  FOREIGN KEY (organization_id, created_by_id) REFERENCES membership (organization_id, id) ON UPDATE CASCADE
);
CREATE INDEX trust_rule_of_member ON trust_rule (organization_id, membership_id, created_at);
CREATE INDEX trust_rule_created_by ON trust_rule (organization_id, created_by_id);

-- One row for each token that lives, so that it ends at once: by itself, with its account, or with what it was given for.
CREATE TABLE access_token (
  organization_id text NOT NULL DEFAULT current_setting('app.organization_id'),
  id text NOT NULL, -- its jti
  membership_id text NOT NULL,
  token_hash text NOT NULL,
  scope text NOT NULL,
  ceiling jsonb,
  act jsonb, -- on whose behalf, of another issuer
  api_key_id text,
  client_key_id text,
  trust_rule_id text,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  expires_at timestamptz(3) NOT NULL,
  revoked_at timestamptz(3),
  PRIMARY KEY (organization_id, id),
  CHECK (num_nonnulls(api_key_id, client_key_id, trust_rule_id) = 1),
  FOREIGN KEY (organization_id, membership_id) REFERENCES membership (organization_id, id) ON UPDATE CASCADE ON DELETE CASCADE,
  FOREIGN KEY (organization_id, api_key_id) REFERENCES api_key (organization_id, id) ON UPDATE CASCADE ON DELETE CASCADE,
  FOREIGN KEY (organization_id, client_key_id) REFERENCES client_key (organization_id, id) ON UPDATE CASCADE ON DELETE CASCADE,
  FOREIGN KEY (organization_id, trust_rule_id) REFERENCES trust_rule (organization_id, id) ON UPDATE CASCADE ON DELETE CASCADE
);
CREATE INDEX access_token_of_member ON access_token (organization_id, membership_id, expires_at);
CREATE INDEX access_token_of_key ON access_token (organization_id, api_key_id);
CREATE INDEX access_token_of_client_key ON access_token (organization_id, client_key_id);
CREATE INDEX access_token_of_rule ON access_token (organization_id, trust_rule_id);
CREATE INDEX access_token_expiry ON access_token (expires_at);

-- An assertion counts once (RFC 7523 §3, jti).
CREATE TABLE used_assertion (
  organization_id text NOT NULL DEFAULT current_setting('app.organization_id'),
  assertion_hash text NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  PRIMARY KEY (organization_id, assertion_hash)
);
CREATE INDEX used_assertion_expiry ON used_assertion (expires_at);

-- ---------------------------------------------------------------- the door for tokens

-- A token counts while it, its account, and the key or rule that it was given for do.
CREATE FUNCTION live_token(p_organization_id text, p_token_id text, p_token_hash text)
RETURNS TABLE (organization_id text, token_id text, id text, user_id text, kind text, name text, email text, role text, limits text[],
  ceiling jsonb, scope text, act jsonb, created_at timestamptz, expires_at timestamptz)
LANGUAGE sql VOLATILE SET search_path = public AS $$
  SELECT m.organization_id, t.id, m.id, m.user_id, m.kind, m.name, m.email, m.role, m.limits, t.ceiling, t.scope, t.act, t.created_at, t.expires_at
  FROM access_token t
  JOIN membership m ON m.organization_id = t.organization_id AND m.id = t.membership_id
  LEFT JOIN api_key k ON k.organization_id = t.organization_id AND k.id = t.api_key_id
  LEFT JOIN trust_rule r ON r.organization_id = t.organization_id AND r.id = t.trust_rule_id
  WHERE t.organization_id = p_organization_id AND t.id = p_token_id AND same_secret(t.token_hash, p_token_hash)
    AND t.revoked_at IS NULL AND t.expires_at > now() AND m.ended_at IS NULL AND m.suspended_at IS NULL
    AND (t.api_key_id IS NULL OR (k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > now())))
    AND (t.trust_rule_id IS NULL OR r.enabled)
$$;

-- Like enter_by_key. The organization stands in the token, whose signature was proven before.
CREATE FUNCTION enter_by_token(p_organization_id text, p_token_id text, p_token_hash text, p_lock boolean)
RETURNS TABLE (organization_id text, key_id text, id text, user_id text, kind text, name text, email text, role text, limits text[], ceiling jsonb, ranges text[])
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF coalesce(current_setting('app.organization_id', true), '') <> '' THEN
    RAISE EXCEPTION 'this transaction is in an organization already';
  END IF;
  PERFORM FROM live_token(p_organization_id, p_token_id, p_token_hash);
  IF NOT FOUND THEN RETURN; END IF;
  IF p_lock THEN PERFORM pg_advisory_xact_lock(hashtextextended(p_organization_id, 0)); END IF;
  RETURN QUERY
    SELECT t.organization_id, t.token_id, t.id, t.user_id, t.kind, t.name, t.email, t.role, t.limits, t.ceiling, p.key_ranges
    FROM live_token(p_organization_id, p_token_id, p_token_hash) t
    LEFT JOIN organization_policy p ON p.organization_id = t.organization_id;
  IF FOUND THEN
    PERFORM set_config('app.organization_id', t.organization_id, true), set_config('app.membership_id', t.membership_id, true),
      set_config('app.places', CASE WHEN t.ceiling ?| ARRAY['clouds', 'projects'] THEN
        jsonb_build_object('clouds', coalesce(t.ceiling -> 'clouds', '[]'), 'projects', coalesce(t.ceiling -> 'projects', '[]'))::text ELSE '' END, true)
    FROM access_token t WHERE t.organization_id = p_organization_id AND t.id = p_token_id;
  END IF;
END $$;
REVOKE EXECUTE ON FUNCTION live_token, enter_by_token FROM PUBLIC;
GRANT EXECUTE ON FUNCTION live_token, enter_by_token, same_secret TO console_tenant;

-- ---------------------------------------------------------------- who may do what

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['client_key', 'trust_rule', 'access_token', 'used_assertion'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant ON %I TO console_tenant USING (organization_id = current_setting(''app.organization_id''))', name);
    EXECUTE format('CREATE POLICY system ON %I TO console_system USING (true)', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO console_tenant, console_system', name);
  END LOOP;
END $$;
-- Which account a client id names, and what it proves itself with: asked before the organization is known.
CREATE POLICY identity ON client_key TO console_identity USING (true);
CREATE POLICY identity ON trust_rule TO console_identity USING (true);
GRANT SELECT ON client_key, trust_rule, service_account TO console_identity;
ALTER TABLE token_key ENABLE ROW LEVEL SECURITY;
CREATE POLICY system ON token_key TO console_system USING (true);
GRANT SELECT, INSERT, DELETE ON token_key TO console_system;
