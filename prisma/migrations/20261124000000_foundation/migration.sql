-- Gatehouse, the foundation: tables, the three roles of the program, row-level security, search.

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gin;

-- ---------------------------------------------------------------- tables

CREATE TABLE organization (
  id text PRIMARY KEY,
  name text NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  version integer NOT NULL DEFAULT 1
);

CREATE TABLE organization_counter (
  organization_id text PRIMARY KEY REFERENCES organization (id) ON DELETE CASCADE ON UPDATE CASCADE,
  people integer NOT NULL DEFAULT 0,
  owners integer NOT NULL DEFAULT 0
);

CREATE TABLE person (
  id text PRIMARY KEY,
  email text NOT NULL CHECK (email = lower(email)),
  email_proven_at timestamptz(3),
  home_organization_id text,
  name text NOT NULL,
  password_hash text,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  -- proven: everywhere; unproven: in one organization (DESIGN §6)
  CHECK ((email_proven_at IS NULL) = (home_organization_id IS NOT NULL))
);
CREATE UNIQUE INDEX person_proven_email ON person (email) WHERE email_proven_at IS NOT NULL;
CREATE UNIQUE INDEX person_unproven_email ON person (email, home_organization_id) WHERE email_proven_at IS NULL;

CREATE TABLE membership (
  organization_id text NOT NULL DEFAULT current_setting('app.organization_id') REFERENCES organization (id) ON UPDATE CASCADE ON DELETE RESTRICT,
  id text NOT NULL,
  user_id text NOT NULL,
  kind text NOT NULL DEFAULT 'person' CHECK (kind IN ('person', 'service_account')),
  person_id text REFERENCES person (id) ON UPDATE CASCADE ON DELETE SET NULL,
  email text NOT NULL,
  name text NOT NULL,
  role text NOT NULL CHECK (role IN ('owner', 'collaborator')),
  source text NOT NULL CHECK (source IN ('founder', 'invitation', 'owner')),
  searchable text COLLATE "C" NOT NULL,
  sort_key text COLLATE "C" NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  last_active_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  ended_at timestamptz(3),
  ended_by_id text,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, user_id),
  FOREIGN KEY (organization_id, ended_by_id) REFERENCES membership (organization_id, id) ON UPDATE CASCADE,
  -- a service account has no person and is never an owner
  CHECK (kind = 'person' OR (person_id IS NULL AND role = 'collaborator'))
);
CREATE UNIQUE INDEX membership_open_email ON membership (organization_id, email) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX membership_open_person ON membership (organization_id, person_id) WHERE ended_at IS NULL;
CREATE INDEX membership_person_id_idx ON membership (person_id);
CREATE INDEX membership_by_name ON membership (organization_id, sort_key, id) WHERE ended_at IS NULL;
CREATE INDEX membership_by_email ON membership (organization_id, email COLLATE "C", id) WHERE ended_at IS NULL;
CREATE INDEX membership_by_joined ON membership (organization_id, created_at, id) WHERE ended_at IS NULL;
CREATE INDEX membership_by_active ON membership (organization_id, last_active_at, id) WHERE ended_at IS NULL;
CREATE INDEX membership_by_role ON membership (organization_id, role, sort_key, id) WHERE ended_at IS NULL;
CREATE INDEX membership_search ON membership USING gin (organization_id, searchable gin_trgm_ops) WHERE ended_at IS NULL;

CREATE TABLE invitation (
  organization_id text NOT NULL DEFAULT current_setting('app.organization_id') REFERENCES organization (id) ON UPDATE CASCADE ON DELETE RESTRICT,
  id text NOT NULL,
  email text NOT NULL,
  role text NOT NULL CHECK (role IN ('owner', 'collaborator')),
  token_hash text NOT NULL,
  invited_by_id text NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  expires_at timestamptz(3) NOT NULL,
  accepted_at timestamptz(3),
  accepted_by_id text,
  revoked_at timestamptz(3),
  revoked_because text CHECK (revoked_because IN ('revoked', 'replaced', 'inviter')),
  delivery text NOT NULL CHECK (delivery IN ('link', 'mail')),
  delivered_at timestamptz(3),
  delivery_error text,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, invited_by_id) REFERENCES membership (organization_id, id) ON UPDATE CASCADE ON DELETE RESTRICT,
  FOREIGN KEY (organization_id, accepted_by_id) REFERENCES membership (organization_id, id) ON UPDATE CASCADE,
  CHECK (accepted_at IS NULL OR revoked_at IS NULL),
  CHECK ((accepted_at IS NULL) = (accepted_by_id IS NULL)),
  CHECK ((revoked_at IS NULL) = (revoked_because IS NULL))
);
CREATE UNIQUE INDEX invitation_token_hash_key ON invitation (token_hash);
CREATE INDEX invitation_organization_id_created_at_id_idx ON invitation (organization_id, created_at, id);
CREATE INDEX invitation_organization_id_email_idx ON invitation (organization_id, email);
CREATE INDEX invitation_open ON invitation (organization_id, expires_at, id) WHERE accepted_at IS NULL AND revoked_at IS NULL;

CREATE TABLE session (
  organization_id text NOT NULL DEFAULT current_setting('app.organization_id'),
  id text NOT NULL,
  person_id text NOT NULL REFERENCES person (id) ON UPDATE CASCADE ON DELETE RESTRICT,
  membership_id text NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  last_active_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  expires_at timestamptz(3) NOT NULL,
  ended_at timestamptz(3),
  ended_because text,
  address text,
  user_agent text,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, membership_id) REFERENCES membership (organization_id, id) ON UPDATE CASCADE ON DELETE RESTRICT
);
CREATE UNIQUE INDEX session_id_key ON session (id);
CREATE INDEX session_organization_id_membership_id_idx ON session (organization_id, membership_id);
CREATE INDEX session_person_id_idx ON session (person_id);

CREATE TABLE sign_in_attempt (
  id text PRIMARY KEY,
  cookie_hash text NOT NULL,
  email text NOT NULL,
  person_id text,
  organization_id text,
  membership_id text,
  ticket_hash text,
  redeemed_at timestamptz(3),
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  expires_at timestamptz(3) NOT NULL
);
CREATE UNIQUE INDEX sign_in_attempt_cookie_hash_key ON sign_in_attempt (cookie_hash);
CREATE UNIQUE INDEX sign_in_attempt_ticket_hash_key ON sign_in_attempt (ticket_hash);
CREATE INDEX sign_in_attempt_expires_at_idx ON sign_in_attempt (expires_at);

CREATE TABLE api_key (
  organization_id text NOT NULL DEFAULT current_setting('app.organization_id'),
  id text NOT NULL,
  membership_id text NOT NULL,
  name text NOT NULL,
  public_id text NOT NULL,
  secret_hash text NOT NULL,
  last_six text NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  expires_at timestamptz(3) NOT NULL,
  last_used_at timestamptz(3),
  revoked_at timestamptz(3),
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, membership_id) REFERENCES membership (organization_id, id) ON UPDATE CASCADE ON DELETE RESTRICT
);
CREATE UNIQUE INDEX api_key_public_id_key ON api_key (public_id);
CREATE INDEX api_key_organization_id_membership_id_created_at_idx ON api_key (organization_id, membership_id, created_at);

CREATE TABLE audit_event (
  organization_id text NOT NULL DEFAULT current_setting('app.organization_id'),
  id text NOT NULL,
  at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  event text NOT NULL,
  result text NOT NULL DEFAULT 'done' CHECK (result IN ('done', 'denied')),
  actor jsonb NOT NULL,
  subject jsonb NOT NULL,
  subject_id text NOT NULL,
  before jsonb,
  after jsonb,
  request_id text,
  address text,
  fold_key text,
  PRIMARY KEY (organization_id, id)
);
CREATE UNIQUE INDEX audit_event_organization_id_fold_key_key ON audit_event (organization_id, fold_key);
CREATE INDEX audit_event_organization_id_at_id_idx ON audit_event (organization_id, at, id);
CREATE INDEX audit_event_organization_id_subject_id_at_idx ON audit_event (organization_id, subject_id, at);

CREATE TABLE outbox (
  id text PRIMARY KEY,
  organization_id text NOT NULL,
  kind text NOT NULL,
  subject_id text NOT NULL,
  payload text NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  available_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  attempts integer NOT NULL DEFAULT 0,
  done_at timestamptz(3),
  dead_at timestamptz(3),
  last_error text
);
CREATE INDEX outbox_waiting ON outbox (available_at) WHERE done_at IS NULL AND dead_at IS NULL;

CREATE TABLE rate_limit (
  key text PRIMARY KEY,
  points integer NOT NULL DEFAULT 0,
  expire bigint
);

CREATE TABLE idempotency_key (
  organization_id text NOT NULL DEFAULT current_setting('app.organization_id'),
  key text NOT NULL,
  body_hash text NOT NULL,
  status integer,
  response jsonb,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (organization_id, key)
);
CREATE INDEX idempotency_key_created_at_idx ON idempotency_key (created_at);

-- ---------------------------------------------------------------- counters and the last owner

CREATE FUNCTION keep_organization_counter() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  changed record;
  left_owners integer;
  left_people integer;
BEGIN
  FOR changed IN
    SELECT organization_id, sum(people)::int AS people, sum(owners)::int AS owners FROM (
      SELECT organization_id, 1 AS people, (role = 'owner')::int AS owners FROM after_rows WHERE ended_at IS NULL AND kind = 'person'
      UNION ALL
      SELECT organization_id, -1, -(role = 'owner')::int FROM before_rows WHERE ended_at IS NULL AND kind = 'person'
    ) AS rows GROUP BY organization_id HAVING sum(people) <> 0 OR sum(owners) <> 0
  LOOP
    INSERT INTO organization_counter AS c (organization_id, people, owners)
    VALUES (changed.organization_id, changed.people, changed.owners)
    ON CONFLICT (organization_id) DO UPDATE SET people = c.people + excluded.people, owners = c.owners + excluded.owners
    RETURNING c.owners, c.people INTO left_owners, left_people;
    -- the command refuses first; this holds even when a command is wrong
    IF changed.owners < 0 AND left_owners = 0 AND left_people > 0 THEN
      RAISE EXCEPTION 'organization % needs an owner', changed.organization_id USING ERRCODE = 'GH001';
    END IF;
  END LOOP;
  RETURN NULL;
END $$;

CREATE FUNCTION count_new_members() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  INSERT INTO organization_counter AS c (organization_id, people, owners)
  SELECT organization_id, count(*), count(*) FILTER (WHERE role = 'owner')
  FROM after_rows WHERE ended_at IS NULL AND kind = 'person' GROUP BY organization_id
  ON CONFLICT (organization_id) DO UPDATE SET people = c.people + excluded.people, owners = c.owners + excluded.owners;
  RETURN NULL;
END $$;

CREATE TRIGGER membership_counted AFTER INSERT ON membership
  REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION count_new_members();
CREATE TRIGGER membership_recounted AFTER UPDATE ON membership
  REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION keep_organization_counter();

-- ---------------------------------------------------------------- the three roles

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['console_tenant', 'console_identity', 'console_system'] LOOP
    BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN EXECUTE format('CREATE ROLE %I NOLOGIN', name); END IF;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; -- another database of this cluster was quicker
    END;
    IF NOT pg_has_role(current_user, name, 'MEMBER') THEN
      EXECUTE format('GRANT %I TO CURRENT_USER', name);
    END IF;
    EXECUTE format('GRANT USAGE ON SCHEMA public TO %I', name);
  END LOOP;
END $$;

-- console_tenant: one organization, confined by the policies below
GRANT SELECT ON organization, organization_counter, session, audit_event TO console_tenant;
GRANT UPDATE (name, version) ON organization TO console_tenant;
GRANT SELECT ON membership TO console_tenant;
GRANT UPDATE (role, name, searchable, sort_key, last_active_at, ended_at, ended_by_id, version) ON membership TO console_tenant;
GRANT SELECT (organization_id, id, email, role, invited_by_id, created_at, expires_at, accepted_at, accepted_by_id, revoked_at, revoked_because, delivery, delivered_at, delivery_error) ON invitation TO console_tenant;
GRANT INSERT ON invitation TO console_tenant;
GRANT UPDATE (revoked_at, revoked_because) ON invitation TO console_tenant;
GRANT UPDATE (ended_at, ended_because) ON session TO console_tenant;
GRANT SELECT (organization_id, id, membership_id, name, public_id, last_six, created_at, expires_at, last_used_at, revoked_at) ON api_key TO console_tenant;
GRANT INSERT ON api_key TO console_tenant;
GRANT UPDATE (revoked_at) ON api_key TO console_tenant;
GRANT INSERT ON audit_event, outbox TO console_tenant;
GRANT SELECT, INSERT, UPDATE, DELETE ON idempotency_key TO console_tenant;

-- console_identity: sign-in, own account, acceptance; never a list of anything
GRANT SELECT, INSERT ON person TO console_identity;
GRANT UPDATE (name, email_proven_at, home_organization_id, password_hash) ON person TO console_identity;
GRANT SELECT ON organization, membership, invitation, session TO console_identity;
GRANT INSERT ON membership, session TO console_identity;
GRANT UPDATE (person_id, last_active_at) ON membership TO console_identity;
GRANT UPDATE (accepted_at, accepted_by_id) ON invitation TO console_identity;
GRANT UPDATE (ended_at, ended_because, last_active_at) ON session TO console_identity;
GRANT SELECT (organization_id, id, membership_id, revoked_at) ON api_key TO console_identity;
GRANT UPDATE (revoked_at) ON api_key TO console_identity;
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_attempt TO console_identity;
GRANT INSERT ON audit_event, outbox TO console_identity;

-- console_system: worker, set-up, sweepers; the audit log stays insert-only for it too
GRANT SELECT, INSERT, UPDATE, DELETE ON organization, organization_counter, person, membership, invitation, session,
  sign_in_attempt, api_key, outbox, rate_limit, idempotency_key TO console_system;
GRANT SELECT, INSERT ON audit_event TO console_system;

-- ---------------------------------------------------------------- row-level security

DO $$
DECLARE
  name text;
  own text;
BEGIN
  FOR name IN
    SELECT c.relname FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
      AND (c.relname = 'organization' OR EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'organization_id'))
  LOOP
    own := CASE name WHEN 'organization' THEN 'id' ELSE 'organization_id' END;
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant ON %I TO console_tenant USING (%I = current_setting(''app.organization_id''))', name, own);
    EXECUTE format('CREATE POLICY identity ON %I TO console_identity USING (true)', name);
    EXECUTE format('CREATE POLICY system ON %I TO console_system USING (true)', name);
  END LOOP;
END $$;

-- ---------------------------------------------------------------- who is calling: one statement each

CREATE FUNCTION authenticate_key(p_public_id text)
RETURNS TABLE (organization_id text, key_id text, membership_id text, secret_hash text, last_used_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT k.organization_id, k.id, k.membership_id, k.secret_hash, k.last_used_at
  FROM api_key k JOIN membership m ON m.organization_id = k.organization_id AND m.id = k.membership_id
  WHERE k.public_id = p_public_id AND k.revoked_at IS NULL AND k.expires_at > now() AND m.ended_at IS NULL
$$;

CREATE FUNCTION authenticate_session(p_id text)
RETURNS TABLE (organization_id text, session_id text, membership_id text, person_id text, last_active_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT s.organization_id, s.id, s.membership_id, s.person_id, s.last_active_at
  FROM session s JOIN membership m
    ON m.organization_id = s.organization_id AND m.id = s.membership_id AND m.person_id = s.person_id
  WHERE s.id = p_id AND s.ended_at IS NULL AND s.expires_at > now() AND m.ended_at IS NULL
$$;

-- ---------------------------------------------------------------- lists of members
-- LIKE is not leakproof, so under a policy it cannot use the trigram index: these functions state the
-- organization themselves and run as the table owner. EXECUTE … USING plans with the values at hand.

-- p_any: over name and email; p_email, p_name narrow it to one of them and come beside p_any, which has the index.
-- A pattern of one or two characters is a prefix, of the name or of the address.
CREATE FUNCTION member_filter(p_any text, p_email text, p_name text, p_role text, p_kind text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = public AS $$
  SELECT 'organization_id = $1 AND ended_at IS NULL'
    || CASE WHEN p_any IS NULL THEN ''
            WHEN left(p_any, 1) = '%' THEN ' AND searchable LIKE $2'
            ELSE ' AND (searchable LIKE $2 OR email COLLATE "C" LIKE $2)' END
    || CASE WHEN p_email IS NULL THEN '' ELSE ' AND email COLLATE "C" LIKE $3' END
    || CASE WHEN p_name IS NULL THEN '' ELSE ' AND sort_key LIKE $4' END
    || CASE WHEN p_role IS NULL THEN '' ELSE ' AND role = $5' END
    || CASE WHEN p_kind IS NULL THEN '' ELSE ' AND kind = $6' END
$$;

CREATE FUNCTION member_page(
  p_any text, p_email text, p_name text, p_role text, p_kind text,
  p_sort text, p_descending boolean, p_after text, p_after_id text, p_limit integer
) RETURNS SETOF membership
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
DECLARE
  sort_column text := CASE p_sort
    WHEN 'name' THEN 'sort_key' WHEN 'email' THEN 'email COLLATE "C"'
    WHEN 'joined' THEN 'created_at' WHEN 'active' THEN 'last_active_at' END;
  after_type text := CASE WHEN p_sort IN ('joined', 'active') THEN 'timestamptz' ELSE 'text' END;
  direction text := CASE WHEN p_descending THEN 'DESC' ELSE 'ASC' END;
BEGIN
  RETURN QUERY EXECUTE format(
    'SELECT * FROM membership WHERE %s%s ORDER BY %s %s, id %s LIMIT $9',
    member_filter(p_any, p_email, p_name, p_role, p_kind),
    CASE WHEN p_after_id IS NULL THEN '' ELSE
      format(' AND (%s, id) %s ($7::%s, $8)', sort_column, CASE WHEN p_descending THEN '<' ELSE '>' END, after_type) END,
    sort_column, direction, direction)
  USING current_setting('app.organization_id'), p_any, p_email, p_name, p_role, p_kind, p_after, p_after_id, p_limit;
END $$;

-- Counts to p_bound and no further.
CREATE FUNCTION member_count(p_any text, p_email text, p_name text, p_role text, p_kind text, p_bound integer) RETURNS integer
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
DECLARE found integer;
BEGIN
  EXECUTE format('SELECT count(*)::int FROM (SELECT 1 FROM membership WHERE %s LIMIT $7) AS matching',
    member_filter(p_any, p_email, p_name, p_role, p_kind))
  INTO found USING current_setting('app.organization_id'), p_any, p_email, p_name, p_role, p_kind, p_bound;
  RETURN found;
END $$;

REVOKE EXECUTE ON FUNCTION authenticate_key, authenticate_session, member_filter, member_page, member_count FROM PUBLIC;
GRANT EXECUTE ON FUNCTION member_page, member_count TO console_tenant;
