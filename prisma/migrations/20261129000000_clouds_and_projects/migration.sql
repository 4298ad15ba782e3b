-- Clouds, projects, workloads, and the one table of who holds which role on them.

-- ---------------------------------------------------------------- tables

CREATE TABLE cloud (
  organization_id text NOT NULL DEFAULT current_setting('app.organization_id') REFERENCES organization (id) ON UPDATE CASCADE ON DELETE RESTRICT,
  id text NOT NULL,
  name text NOT NULL,
  provider text NOT NULL CHECK (provider IN ('AWS', 'GCP', 'AZURE', 'GENERIC', 'PCP', 'CLOUDGATEWAY')),
  region text NOT NULL DEFAULT '',
  compute_stack text NOT NULL DEFAULT 'VM' CHECK (compute_stack IN ('VM', 'K8S', 'KUBERAY')),
  is_private boolean NOT NULL DEFAULT false,
  is_default boolean NOT NULL DEFAULT false,
  auto_add boolean NOT NULL DEFAULT false,
  creator_id text NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  version integer NOT NULL DEFAULT 1,
  searchable text COLLATE "C" NOT NULL,
  sort_key text COLLATE "C" NOT NULL,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, creator_id) REFERENCES membership (organization_id, id) ON UPDATE CASCADE ON DELETE RESTRICT
);
CREATE UNIQUE INDEX cloud_organization_id_name_key ON cloud (organization_id, name);
CREATE UNIQUE INDEX cloud_default ON cloud (organization_id) WHERE is_default;
CREATE INDEX cloud_organization_id_sort_key_id_idx ON cloud (organization_id, sort_key, id);
CREATE INDEX cloud_organization_id_created_at_id_idx ON cloud (organization_id, created_at, id);
CREATE INDEX cloud_organization_id_creator_id_idx ON cloud (organization_id, creator_id);

CREATE TABLE project (
  organization_id text NOT NULL DEFAULT current_setting('app.organization_id'),
  id text NOT NULL,
  cloud_id text NOT NULL,
  name text NOT NULL,
  description text NOT NULL DEFAULT '',
  is_default boolean NOT NULL DEFAULT false,
  is_public boolean NOT NULL DEFAULT false,
  creator_id text NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  version integer NOT NULL DEFAULT 1,
  searchable text COLLATE "C" NOT NULL,
  sort_key text COLLATE "C" NOT NULL,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, cloud_id) REFERENCES cloud (organization_id, id) ON UPDATE CASCADE ON DELETE CASCADE,
  FOREIGN KEY (organization_id, creator_id) REFERENCES membership (organization_id, id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CHECK (is_public OR NOT is_default)
);
CREATE UNIQUE INDEX project_organization_id_cloud_id_name_key ON project (organization_id, cloud_id, name);
CREATE UNIQUE INDEX project_organization_id_id_cloud_id_key ON project (organization_id, id, cloud_id);
CREATE UNIQUE INDEX project_default ON project (organization_id, cloud_id) WHERE is_default;
CREATE INDEX project_organization_id_sort_key_id_idx ON project (organization_id, sort_key, id);
CREATE INDEX project_organization_id_cloud_id_sort_key_id_idx ON project (organization_id, cloud_id, sort_key, id);
CREATE INDEX project_organization_id_created_at_id_idx ON project (organization_id, created_at, id);
CREATE INDEX project_organization_id_creator_id_idx ON project (organization_id, creator_id);

-- Who holds which role on a cloud or, with project_id, on a project of it: one row for each principal and thing. Counts from
-- starts_at to ends_at, at the moment of a decision. read_only is the limit cloud_read_only beside a role on a cloud.
CREATE TABLE role_binding (
  organization_id text NOT NULL DEFAULT current_setting('app.organization_id'),
  id text NOT NULL,
  membership_id text NOT NULL,
  cloud_id text NOT NULL,
  project_id text,
  role text NOT NULL,
  read_only boolean NOT NULL DEFAULT false,
  origin text NOT NULL CHECK (origin IN ('direct', 'auto_add', 'creator')),
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  created_by_id text,
  starts_at timestamptz(3),
  ends_at timestamptz(3),
  warned_at timestamptz(3),
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, membership_id) REFERENCES membership (organization_id, id) ON UPDATE CASCADE ON DELETE RESTRICT,
  FOREIGN KEY (organization_id, created_by_id) REFERENCES membership (organization_id, id) ON UPDATE CASCADE,
  FOREIGN KEY (organization_id, cloud_id) REFERENCES cloud (organization_id, id) ON UPDATE CASCADE ON DELETE CASCADE,
  FOREIGN KEY (organization_id, project_id, cloud_id) REFERENCES project (organization_id, id, cloud_id) ON UPDATE CASCADE ON DELETE CASCADE,
  CHECK (CASE WHEN project_id IS NULL
    THEN role IN ('owner', 'writer', 'collaborator', 'project_viewer', 'compute_config_viewer', 'workload_operator')
    ELSE role IN ('owner', 'write', 'readonly') AND NOT read_only END),
  CHECK (role <> 'owner' OR NOT read_only),
  CHECK (origin <> 'auto_add' OR project_id IS NULL),
  CHECK (origin <> 'creator' OR project_id IS NOT NULL),
  CHECK (starts_at < ends_at)
);
CREATE UNIQUE INDEX role_binding_on_cloud ON role_binding (organization_id, cloud_id, membership_id) WHERE project_id IS NULL;
CREATE UNIQUE INDEX role_binding_on_project ON role_binding (organization_id, project_id, membership_id) WHERE project_id IS NOT NULL;
CREATE INDEX role_binding_organization_id_membership_id_cloud_id_project_idx ON role_binding (organization_id, membership_id, cloud_id, project_id);
CREATE INDEX role_binding_organization_id_cloud_id_project_id_idx ON role_binding (organization_id, cloud_id, project_id);
CREATE INDEX role_binding_ending ON role_binding (ends_at) WHERE ends_at IS NOT NULL;

-- What runs in a project, as a platform reports it; Gatehouse runs nothing.
CREATE TABLE workload (
  organization_id text NOT NULL DEFAULT current_setting('app.organization_id'),
  id text NOT NULL,
  external_id text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('workspace', 'job', 'service', 'schedule')),
  name text NOT NULL,
  cloud_id text NOT NULL,
  project_id text NOT NULL,
  creator_id text,
  state text NOT NULL CHECK (state IN ('running', 'idle', 'stopped', 'failed', 'finished')),
  last_seen_at timestamptz(3) NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, project_id, cloud_id) REFERENCES project (organization_id, id, cloud_id) ON UPDATE CASCADE ON DELETE CASCADE,
  FOREIGN KEY (organization_id, creator_id) REFERENCES membership (organization_id, id) ON UPDATE CASCADE
);
CREATE UNIQUE INDEX workload_organization_id_external_id_key ON workload (organization_id, external_id);
CREATE INDEX workload_organization_id_project_id_last_seen_at_id_idx ON workload (organization_id, project_id, last_seen_at, id);
CREATE INDEX workload_organization_id_creator_id_state_idx ON workload (organization_id, creator_id, state);

-- Deny roles of the organization, in the order in which they were given.
ALTER TABLE membership ADD COLUMN limits text[] DEFAULT ARRAY[]::text[],
  ADD CHECK (limits IS NOT NULL AND limits <@ ARRAY['image_reader', 'image_reader_no_base_images']);

-- ---------------------------------------------------------------- everybody who joins, where a cloud adds all

CREATE FUNCTION new_binding_id() RETURNS text LANGUAGE sql VOLATILE SET search_path = public AS $$
  SELECT 'rb_' || substr(encode(sha256((gen_random_uuid()::text || gen_random_uuid()::text)::bytea), 'hex'), 1, 26)
$$;

CREATE FUNCTION auto_add_new_member() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  INSERT INTO role_binding (organization_id, id, membership_id, cloud_id, role, read_only, origin, created_at)
  SELECT n.organization_id, new_binding_id(), n.id, c.id, 'collaborator', coalesce(p.default_cloud_access = 'read_only', false), 'auto_add', n.created_at
  FROM after_rows n
  JOIN cloud c ON c.organization_id = n.organization_id AND c.auto_add
  LEFT JOIN organization_policy p ON p.organization_id = n.organization_id
  WHERE n.ended_at IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER membership_auto_added AFTER INSERT ON membership
  REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION auto_add_new_member();
REVOKE EXECUTE ON FUNCTION auto_add_new_member FROM PUBLIC;

-- ---------------------------------------------------------------- who is calling

-- As before, with the limits of the organization, and the membership as a setting for what is sent along with it. Whoever is
-- suspended does not enter.
DROP FUNCTION enter_by_key(text, text, boolean);
CREATE FUNCTION enter_by_key(p_public_id text, p_secret_hash text, p_lock boolean)
RETURNS TABLE (organization_id text, key_id text, id text, user_id text, name text, email text, role text, limits text[])
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public AS $$
DECLARE own text;
BEGIN
  IF coalesce(current_setting('app.organization_id', true), '') <> '' THEN
    RAISE EXCEPTION 'this transaction is in an organization already';
  END IF;
  SELECT k.organization_id INTO own FROM api_key k
  WHERE k.public_id = p_public_id AND k.secret_hash = p_secret_hash AND k.revoked_at IS NULL AND k.expires_at > now();
  IF NOT FOUND THEN RETURN; END IF;
  IF p_lock THEN PERFORM pg_advisory_xact_lock(hashtextextended(own, 0)); END IF;
  RETURN QUERY
    SELECT m.organization_id, k.id, m.id, m.user_id, m.name, m.email, m.role, m.limits
    FROM api_key k JOIN membership m ON m.organization_id = k.organization_id AND m.id = k.membership_id
    WHERE k.organization_id = own AND k.public_id = p_public_id AND k.secret_hash = p_secret_hash
      AND k.revoked_at IS NULL AND k.expires_at > now() AND m.ended_at IS NULL AND m.suspended_at IS NULL;
  IF FOUND THEN
    PERFORM set_config('app.organization_id', own, true);
    PERFORM set_config('app.membership_id', (SELECT k.membership_id FROM api_key k WHERE k.public_id = p_public_id), true);
  END IF;
END $$;
REVOKE EXECUTE ON FUNCTION enter_by_key FROM PUBLIC;
GRANT EXECUTE ON FUNCTION enter_by_key TO console_tenant;

-- ---------------------------------------------------------------- who may do what

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['cloud', 'project', 'role_binding', 'workload'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant ON %I TO console_tenant USING (organization_id = current_setting(''app.organization_id''))', name);
    EXECUTE format('CREATE POLICY identity ON %I TO console_identity USING (true)', name);
    EXECUTE format('CREATE POLICY system ON %I TO console_system USING (true)', name);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE, DELETE ON cloud, project, role_binding, workload TO console_tenant, console_system;
GRANT UPDATE (limits) ON membership TO console_tenant;
GRANT EXECUTE ON FUNCTION new_binding_id TO console_tenant, console_system;

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
  DELETE FROM api_key WHERE organization_id = p_id;
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
