-- Second factors, mailed links, terms, an organization's policy, suspension, sessions that say how they began.

-- ---------------------------------------------------------------- of a person, across organizations

ALTER TABLE person ADD COLUMN password_changed_at timestamptz(3);

CREATE TABLE factor (
  id text PRIMARY KEY,
  person_id text NOT NULL REFERENCES person (id) ON UPDATE CASCADE ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('passkey', 'totp')),
  name text NOT NULL,
  -- a passkey: what its authenticator gave (WebAuthn), base64url
  credential_id text,
  public_key text,
  counter bigint NOT NULL DEFAULT 0,
  transports text NOT NULL DEFAULT '',
  -- TOTP: the secret, sealed, and the last step that was used (RFC 6238 §5.2: each once)
  secret text,
  last_step bigint,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  confirmed_at timestamptz(3),
  last_used_at timestamptz(3),
  CHECK ((kind = 'passkey') = (credential_id IS NOT NULL AND public_key IS NOT NULL)),
  CHECK ((kind = 'totp') = (secret IS NOT NULL))
);
CREATE UNIQUE INDEX factor_credential_id_key ON factor (credential_id);
CREATE INDEX factor_person_id_idx ON factor (person_id);

CREATE TABLE recovery_code (
  person_id text NOT NULL REFERENCES person (id) ON UPDATE CASCADE ON DELETE CASCADE,
  code_hash text NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  used_at timestamptz(3),
  PRIMARY KEY (person_id, code_hash)
);

-- A change of address: both addresses confirm it.
CREATE TABLE email_change (
  id text PRIMARY KEY,
  person_id text NOT NULL REFERENCES person (id) ON UPDATE CASCADE ON DELETE CASCADE,
  old_email text NOT NULL,
  new_email text NOT NULL CHECK (new_email = lower(new_email)),
  old_confirmed_at timestamptz(3),
  new_confirmed_at timestamptz(3),
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  expires_at timestamptz(3) NOT NULL,
  ended_at timestamptz(3),
  ended_because text
);
CREATE INDEX email_change_person_id_idx ON email_change (person_id);

-- What a mailed link may do, once, for one account of one address.
CREATE TABLE account_link (
  id text PRIMARY KEY,
  purpose text NOT NULL CHECK (purpose IN ('reset_password', 'sign_in', 'register', 'confirm_old_email', 'confirm_new_email')),
  token_hash text NOT NULL,
  person_id text REFERENCES person (id) ON UPDATE CASCADE ON DELETE CASCADE,
  email text NOT NULL,
  email_change_id text REFERENCES email_change (id) ON UPDATE CASCADE ON DELETE CASCADE,
  wanted_organization_id text,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  expires_at timestamptz(3) NOT NULL,
  used_at timestamptz(3)
);
CREATE UNIQUE INDEX account_link_token_hash_key ON account_link (token_hash);
CREATE INDEX account_link_person_id_idx ON account_link (person_id);
CREATE INDEX account_link_email_change_id_idx ON account_link (email_change_id);
CREATE INDEX account_link_expires_at_idx ON account_link (expires_at);

-- Browsers that somebody signed in with before: the hash of a cookie of theirs.
CREATE TABLE known_device (
  person_id text NOT NULL REFERENCES person (id) ON UPDATE CASCADE ON DELETE CASCADE,
  cookie_hash text NOT NULL,
  first_seen_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  last_seen_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (person_id, cookie_hash)
);

CREATE TABLE terms_acceptance (
  person_id text NOT NULL REFERENCES person (id) ON UPDATE CASCADE ON DELETE CASCADE,
  document text NOT NULL CHECK (document IN ('terms', 'privacy')),
  version text NOT NULL,
  accepted_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  address text,
  user_agent text,
  PRIMARY KEY (person_id, document, version)
);

-- ---------------------------------------------------------------- of an organization

-- What its owners demand. No row: nothing beyond the installation.
CREATE TABLE organization_policy (
  organization_id text PRIMARY KEY DEFAULT current_setting('app.organization_id'::text)
    REFERENCES organization (id) ON UPDATE CASCADE ON DELETE CASCADE,
  version integer NOT NULL DEFAULT 1,
  second_factor_required boolean NOT NULL DEFAULT false,
  second_factor_grace_days integer NOT NULL DEFAULT 7 CHECK (second_factor_grace_days BETWEEN 0 AND 90),
  second_factor_since timestamptz(3),
  session_idle_minutes integer CHECK (session_idle_minutes >= 5),
  session_hours integer CHECK (session_hours >= 1),
  sign_in_methods text[] DEFAULT ARRAY['password', 'passkey', 'email_link']::text[],
  invitation_domains text[] DEFAULT ARRAY[]::text[],
  default_cloud_access text NOT NULL DEFAULT 'collaborator' CHECK (default_cloud_access IN ('collaborator', 'read_only')),
  CHECK (sign_in_methods IS NOT NULL AND invitation_domains IS NOT NULL), -- Prisma's lists have no NOT NULL
  CHECK (NOT second_factor_required OR second_factor_since IS NOT NULL)
);

ALTER TABLE membership
  ADD COLUMN suspended_at timestamptz(3),
  ADD COLUMN suspended_by_id text,
  ADD COLUMN second_factor boolean NOT NULL DEFAULT false,
  ADD FOREIGN KEY (organization_id, suspended_by_id) REFERENCES membership (organization_id, id) ON UPDATE CASCADE ON DELETE NO ACTION,
  ADD CHECK (suspended_at IS NOT NULL OR suspended_by_id IS NULL);
CREATE INDEX membership_suspended_by ON membership (organization_id, suspended_by_id) WHERE suspended_by_id IS NOT NULL;
CREATE INDEX membership_suspended ON membership (organization_id, sort_key, id) WHERE ended_at IS NULL AND suspended_at IS NOT NULL;

ALTER TABLE session
  ADD COLUMN authenticated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  ADD COLUMN method text,
  ADD COLUMN factor text;
-- Nobody knows when they last proved who they are.
UPDATE session SET authenticated_at = created_at;

ALTER TABLE sign_in_attempt
  ADD COLUMN factor text,
  ADD COLUMN authenticated_at timestamptz(3),
  ADD COLUMN challenge text,
  ADD COLUMN wanted_organization_id text;

-- ---------------------------------------------------------------- whether somebody has a second factor, beside each membership

CREATE FUNCTION keep_second_factor() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE whose text := CASE TG_OP WHEN 'DELETE' THEN OLD.person_id ELSE NEW.person_id END;
BEGIN
  UPDATE membership m SET second_factor = has.it
  FROM (SELECT EXISTS (SELECT FROM factor f WHERE f.person_id = whose AND f.confirmed_at IS NOT NULL) AS it) AS has
  WHERE m.person_id = whose AND m.second_factor <> has.it;
  RETURN NULL;
END $$;
CREATE TRIGGER factor_kept AFTER INSERT OR UPDATE OF confirmed_at, person_id OR DELETE ON factor
  FOR EACH ROW EXECUTE FUNCTION keep_second_factor();

CREATE FUNCTION bring_second_factor() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  NEW.second_factor := NEW.person_id IS NOT NULL
    AND EXISTS (SELECT FROM factor f WHERE f.person_id = NEW.person_id AND f.confirmed_at IS NOT NULL);
  RETURN NEW;
END $$;
CREATE TRIGGER membership_factor BEFORE INSERT OR UPDATE OF person_id ON membership
  FOR EACH ROW EXECUTE FUNCTION bring_second_factor();

REVOKE EXECUTE ON FUNCTION keep_second_factor, bring_second_factor FROM PUBLIC;

-- ---------------------------------------------------------------- who may do what

ALTER TABLE organization_policy ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON organization_policy TO console_tenant USING (organization_id = current_setting('app.organization_id'));
CREATE POLICY identity ON organization_policy TO console_identity USING (true);
CREATE POLICY system ON organization_policy TO console_system USING (true);

GRANT SELECT, INSERT, UPDATE ON organization_policy TO console_tenant;
GRANT UPDATE (suspended_at, suspended_by_id) ON membership TO console_tenant;

GRANT SELECT ON organization_policy TO console_identity;
GRANT SELECT, INSERT, UPDATE, DELETE ON factor, recovery_code, email_change, account_link, known_device TO console_identity;
GRANT SELECT, INSERT ON terms_acceptance TO console_identity;
GRANT INSERT ON organization TO console_identity;
GRANT UPDATE (email, password_changed_at) ON person TO console_identity;
GRANT UPDATE (email) ON membership TO console_identity;
GRANT UPDATE (authenticated_at, factor) ON session TO console_identity;

GRANT SELECT, INSERT, UPDATE, DELETE ON factor, recovery_code, email_change, account_link, known_device, terms_acceptance,
  organization_policy TO console_system;
