-- Service accounts, and keys that say what they may do, by whom they were made, and how they are used.

-- ---------------------------------------------------------------- service accounts

-- What a membership of the kind service_account has beside it. Disabled is suspended_at of the membership.
CREATE TABLE service_account (
  organization_id text NOT NULL DEFAULT current_setting('app.organization_id'),
  id text NOT NULL,
  description text NOT NULL DEFAULT '',
  created_by_id text,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, id) REFERENCES membership (organization_id, id) ON UPDATE CASCADE ON DELETE CASCADE,
  FOREIGN KEY (organization_id, created_by_id) REFERENCES membership (organization_id, id) ON UPDATE CASCADE
);
CREATE INDEX service_account_created_by ON service_account (organization_id, created_by_id);

-- A person comes by an invitation or an owner's word with an account behind it; an account of a program is the organization's own.
CREATE POLICY own_accounts_alone ON membership AS RESTRICTIVE FOR INSERT TO console_tenant WITH CHECK (kind = 'service_account');
GRANT INSERT (organization_id, id, user_id, kind, email, name, role, source, searchable, sort_key, created_at, last_active_at) ON membership TO console_tenant;

-- The address of an account follows its name; nobody else's is an organization's to change.
CREATE FUNCTION rename_service_account(p_id text, p_name text, p_email text, p_searchable text, p_sort_key text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  UPDATE membership SET name = p_name, email = p_email, searchable = p_searchable, sort_key = p_sort_key, version = version + 1
  WHERE organization_id = current_setting('app.organization_id') AND id = p_id AND kind = 'service_account' AND ended_at IS NULL;
  RETURN FOUND;
END $$;
REVOKE EXECUTE ON FUNCTION rename_service_account FROM PUBLIC;
GRANT EXECUTE ON FUNCTION rename_service_account TO console_tenant;

-- ---------------------------------------------------------------- keys

ALTER TABLE api_key
  ALTER COLUMN expires_at DROP NOT NULL, -- null: it does not end, which accounts may have if their organization allows it
  ADD COLUMN made_by_id text,
  ADD COLUMN source text NOT NULL DEFAULT 'console' CHECK (source IN ('console', 'api', 'login', 'rotation')),
  ADD COLUMN ceiling jsonb,
  ADD COLUMN replaces_id text,
  ADD COLUMN asked_seconds bigint,
  ADD COLUMN warned_at timestamptz(3),
  ADD COLUMN last_used_address text,
  ADD COLUMN last_used_client text,
  ADD FOREIGN KEY (organization_id, made_by_id) REFERENCES membership (organization_id, id) ON UPDATE CASCADE,
  ADD FOREIGN KEY (organization_id, replaces_id) REFERENCES api_key (organization_id, id) ON UPDATE CASCADE;
CREATE INDEX api_key_made_by ON api_key (organization_id, made_by_id) WHERE made_by_id IS NOT NULL;
CREATE INDEX api_key_replaces ON api_key (organization_id, replaces_id) WHERE replaces_id IS NOT NULL;
CREATE INDEX api_key_newest ON api_key (organization_id, created_at, id);
GRANT SELECT (made_by_id, source, ceiling, replaces_id, asked_seconds, warned_at, last_used_address, last_used_client) ON api_key TO console_tenant;
GRANT UPDATE (expires_at, warned_at) ON api_key TO console_tenant; -- a rotation shortens the old one's life

-- How often a key called what on a day (UTC). Written in batches with last_used_at; kept for 30 days.
CREATE TABLE api_key_use (
  organization_id text NOT NULL,
  key_id text NOT NULL,
  day date NOT NULL,
  use_case text NOT NULL,
  requests integer NOT NULL,
  PRIMARY KEY (organization_id, key_id, day, use_case),
  FOREIGN KEY (organization_id, key_id) REFERENCES api_key (organization_id, id) ON UPDATE CASCADE ON DELETE CASCADE
);
CREATE INDEX api_key_use_day ON api_key_use (day);

-- ---------------------------------------------------------------- what owners demand of keys

ALTER TABLE organization_policy
  ADD COLUMN person_key_days integer NOT NULL DEFAULT 30 CHECK (person_key_days BETWEEN 1 AND 30),
  ADD COLUMN account_key_days integer DEFAULT 90 CHECK (account_key_days >= 1), -- null: as long as is asked
  ADD COLUMN keys_must_end boolean NOT NULL DEFAULT true,
  ADD COLUMN key_ranges text[] NOT NULL DEFAULT '{}'; -- CIDR; none: from everywhere

-- ---------------------------------------------------------------- the door for keys

-- Beside who enters: the most the key may do, and from where its organization lets keys in.
DROP FUNCTION enter_by_key(text, text, boolean);
CREATE FUNCTION enter_by_key(p_public_id text, p_secret_hash text, p_lock boolean)
RETURNS TABLE (organization_id text, key_id text, id text, user_id text, kind text, name text, email text, role text, limits text[], ceiling jsonb, ranges text[])
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public AS $$
DECLARE own text;
BEGIN
  IF coalesce(current_setting('app.organization_id', true), '') <> '' THEN
    RAISE EXCEPTION 'this transaction is in an organization already';
  END IF;
  SELECT k.organization_id INTO own FROM api_key k
  WHERE k.public_id = p_public_id AND k.secret_hash = p_secret_hash AND k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > now());
  IF NOT FOUND THEN RETURN; END IF;
  IF p_lock THEN PERFORM pg_advisory_xact_lock(hashtextextended(own, 0)); END IF;
  RETURN QUERY
    SELECT m.organization_id, k.id, m.id, m.user_id, m.kind, m.name, m.email, m.role, m.limits, k.ceiling, p.key_ranges
    FROM api_key k
    JOIN membership m ON m.organization_id = k.organization_id AND m.id = k.membership_id
    LEFT JOIN organization_policy p ON p.organization_id = k.organization_id
    WHERE k.organization_id = own AND k.public_id = p_public_id AND k.secret_hash = p_secret_hash
      AND k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > now()) AND m.ended_at IS NULL AND m.suspended_at IS NULL;
  IF FOUND THEN
    PERFORM set_config('app.organization_id', own, true);
    PERFORM set_config('app.membership_id', (SELECT k.membership_id FROM api_key k WHERE k.public_id = p_public_id), true);
  END IF;
END $$;
REVOKE EXECUTE ON FUNCTION enter_by_key FROM PUBLIC;
GRANT EXECUTE ON FUNCTION enter_by_key TO console_tenant;

-- ---------------------------------------------------------------- `anyscale login`

-- One approval: a code that a program waits with, a person allows, and that is used up by the first answer. Only hashes.
CREATE TABLE login_code (
  code_hash text PRIMARY KEY,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  expires_at timestamptz(3) NOT NULL,
  seconds bigint NOT NULL, -- the life that is asked for; 0: without end
  address text,
  client text,
  -- all or none: who allowed it, as which member
  organization_id text,
  membership_id text,
  approved_at timestamptz(3),
  used_at timestamptz(3),
  FOREIGN KEY (organization_id, membership_id) REFERENCES membership (organization_id, id) ON UPDATE CASCADE ON DELETE CASCADE
);
CREATE INDEX login_code_expiry ON login_code (expires_at);
CREATE INDEX login_code_membership ON login_code (organization_id, membership_id);

-- ---------------------------------------------------------------- who may do what

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['service_account', 'api_key_use'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant ON %I TO console_tenant USING (organization_id = current_setting(''app.organization_id''))', name);
    EXECUTE format('CREATE POLICY identity ON %I TO console_identity USING (true)', name);
    EXECUTE format('CREATE POLICY system ON %I TO console_system USING (true)', name);
  END LOOP;
END $$;
ALTER TABLE login_code ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON login_code TO console_tenant USING (organization_id IS NULL OR organization_id = current_setting('app.organization_id'));
CREATE POLICY identity ON login_code TO console_identity USING (true);
CREATE POLICY system ON login_code TO console_system USING (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON service_account TO console_tenant, console_system;
GRANT SELECT ON api_key_use TO console_tenant;
GRANT SELECT, INSERT, UPDATE, DELETE ON api_key_use TO console_system;
GRANT SELECT, UPDATE (organization_id, membership_id, approved_at) ON login_code TO console_tenant;
GRANT SELECT, INSERT, UPDATE, DELETE ON login_code TO console_identity, console_system;

-- ---------------------------------------------------------------- the end of an organization

CREATE OR REPLACE FUNCTION erase_organization(p_id text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE gone organization;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(p_id, 0)); -- the lock of its commands
  SELECT * INTO gone FROM organization WHERE id = p_id AND deletion_due_at <= now() FOR UPDATE;
  IF NOT FOUND THEN RETURN false; END IF;
  -- a sign-in that is under way has its membership; the next ones wait, and find it gone
  PERFORM FROM membership WHERE organization_id = p_id FOR UPDATE;
  INSERT INTO organization_tombstone (id, requested_at, requested_by) VALUES (gone.id, gone.deletion_requested_at, gone.deletion_requested_by);
  DELETE FROM operation_item WHERE organization_id = p_id;
  DELETE FROM operation WHERE organization_id = p_id;
  DELETE FROM workload WHERE organization_id = p_id;
  DELETE FROM role_binding WHERE organization_id = p_id;
  DELETE FROM project WHERE organization_id = p_id;
  DELETE FROM cloud WHERE organization_id = p_id;
  DELETE FROM login_code WHERE organization_id = p_id;
  DELETE FROM api_key WHERE organization_id = p_id; -- and how they were used
  DELETE FROM service_account WHERE organization_id = p_id;
  DELETE FROM session WHERE organization_id = p_id;
  DELETE FROM sign_in_attempt WHERE organization_id = p_id;
  DELETE FROM invitation WHERE organization_id = p_id;
  DELETE FROM membership WHERE organization_id = p_id;
  -- accounts that exist for this organization alone (DESIGN §6); proven ones are their people's own
  DELETE FROM person WHERE home_organization_id = p_id;
  DELETE FROM outbox WHERE organization_id = p_id;
  DELETE FROM idempotency_key WHERE organization_id = p_id;
  DELETE FROM audit_event WHERE organization_id = p_id;
  DELETE FROM organization WHERE id = p_id;
  RETURN true;
END $$;
