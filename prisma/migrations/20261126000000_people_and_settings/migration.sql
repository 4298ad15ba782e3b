-- Work on many, deletion of an organization, an audit trail that can be searched, lists with more filters.

-- ---------------------------------------------------------------- deletion of an organization

ALTER TABLE organization
  ADD COLUMN deletion_requested_at timestamptz(3),
  ADD COLUMN deletion_requested_by jsonb,
  ADD COLUMN deletion_due_at timestamptz(3),
  ADD COLUMN deletion_reminded_at timestamptz(3),
  ADD CHECK ((deletion_requested_at IS NULL) = (deletion_due_at IS NULL) AND (deletion_requested_at IS NULL) = (deletion_requested_by IS NULL));
CREATE INDEX organization_deletion_due ON organization (deletion_due_at) WHERE deletion_due_at IS NOT NULL;
GRANT UPDATE (deletion_requested_at, deletion_requested_by, deletion_due_at, deletion_reminded_at) ON organization TO console_tenant;

-- A row written while its organization goes waits for the end of that, and then fails instead of staying behind.
ALTER TABLE audit_event ADD FOREIGN KEY (organization_id) REFERENCES organization (id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE idempotency_key ADD FOREIGN KEY (organization_id) REFERENCES organization (id) ON UPDATE CASCADE ON DELETE RESTRICT;
-- Without them, deleting each of many members reads all members, and all invitations that were accepted.
CREATE INDEX membership_ended_by ON membership (organization_id, ended_by_id) WHERE ended_by_id IS NOT NULL;
CREATE INDEX invitation_accepted_by ON invitation (organization_id, accepted_by_id) WHERE accepted_by_id IS NOT NULL;

-- What is left of an organization: its id, when, by whom.
CREATE TABLE organization_tombstone (
  id text PRIMARY KEY,
  requested_at timestamptz(3) NOT NULL,
  requested_by jsonb NOT NULL,
  erased_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);
GRANT SELECT ON organization_tombstone TO console_system;

-- ---------------------------------------------------------------- operations: work on many things

CREATE TABLE operation (
  organization_id text NOT NULL DEFAULT current_setting('app.organization_id') REFERENCES organization (id) ON UPDATE CASCADE ON DELETE RESTRICT,
  id text NOT NULL,
  kind text NOT NULL,
  input jsonb NOT NULL,
  -- whoever started it, as the worker calls on their behalf
  caller jsonb NOT NULL,
  started_by_id text NOT NULL,
  total integer NOT NULL,
  done integer NOT NULL DEFAULT 0,
  refused integer NOT NULL DEFAULT 0,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  finished_at timestamptz(3),
  stopped_at timestamptz(3),
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, started_by_id) REFERENCES membership (organization_id, id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CHECK (done + refused <= total)
);
CREATE INDEX operation_organization_id_created_at_id_idx ON operation (organization_id, created_at, id);
CREATE INDEX operation_started_by ON operation (organization_id, started_by_id);

CREATE TABLE operation_item (
  organization_id text NOT NULL DEFAULT current_setting('app.organization_id'),
  operation_id text NOT NULL,
  position integer NOT NULL,
  subject_id text NOT NULL,
  label text NOT NULL,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'done', 'refused', 'stopped')),
  code text,
  detail text,
  finished_at timestamptz(3),
  PRIMARY KEY (organization_id, operation_id, position),
  FOREIGN KEY (organization_id, operation_id) REFERENCES operation (organization_id, id) ON UPDATE CASCADE ON DELETE CASCADE
);
CREATE INDEX operation_item_organization_id_operation_id_state_position_idx ON operation_item (organization_id, operation_id, state, position);

GRANT SELECT, INSERT ON operation, operation_item TO console_tenant;
GRANT UPDATE (done, refused, finished_at, stopped_at) ON operation TO console_tenant;
GRANT UPDATE (state, code, detail, finished_at) ON operation_item TO console_tenant;
GRANT SELECT, INSERT, UPDATE, DELETE ON operation, operation_item TO console_system;

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['operation', 'operation_item'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant ON %I TO console_tenant USING (organization_id = current_setting(''app.organization_id''))', name);
    EXECUTE format('CREATE POLICY system ON %I TO console_system USING (true)', name);
  END LOOP;
END $$;

-- ---------------------------------------------------------------- the audit trail

ALTER TABLE audit_event
  ADD COLUMN actor_id text,
  ADD COLUMN user_agent text,
  ADD COLUMN operation_id text,
  ADD COLUMN via_id text,
  ADD COLUMN subject_of text;
UPDATE audit_event SET actor_id = actor ->> 'id', via_id = coalesce(actor ->> 'key', actor ->> 'session');
ALTER TABLE audit_event ALTER COLUMN actor_id SET NOT NULL;
CREATE INDEX audit_event_organization_id_actor_id_at_id_idx ON audit_event (organization_id, actor_id, at, id);
CREATE INDEX audit_event_organization_id_event_at_id_idx ON audit_event (organization_id, event, at, id);
CREATE INDEX audit_event_of ON audit_event (organization_id, subject_of, at, id) WHERE subject_of IS NOT NULL;
CREATE INDEX audit_event_via ON audit_event (organization_id, via_id, at, id) WHERE via_id IS NOT NULL;
CREATE INDEX audit_event_request ON audit_event (organization_id, request_id, at, id) WHERE request_id IS NOT NULL;
CREATE INDEX audit_event_operation ON audit_event (organization_id, operation_id, at, id) WHERE operation_id IS NOT NULL;
CREATE INDEX audit_event_denied ON audit_event (organization_id, at, id) WHERE result = 'denied';
DROP INDEX audit_event_organization_id_subject_id_at_idx;
CREATE INDEX audit_event_organization_id_subject_id_at_id_idx ON audit_event (organization_id, subject_id, at, id);

-- How somebody signed in, for the event of the session's start.
ALTER TABLE sign_in_attempt ADD COLUMN method text;

-- ---------------------------------------------------------------- own account, across organizations

GRANT UPDATE (name, searchable, sort_key, version) ON membership TO console_identity;

-- ---------------------------------------------------------------- lists of members, with more filters

CREATE INDEX membership_by_source ON membership (organization_id, source, sort_key, id) WHERE ended_at IS NULL;
CREATE INDEX membership_removed_by_name ON membership (organization_id, sort_key, id) WHERE ended_at IS NOT NULL;
CREATE INDEX membership_removed_by_joined ON membership (organization_id, created_at, id) WHERE ended_at IS NOT NULL;
CREATE INDEX membership_removed_by_active ON membership (organization_id, last_active_at, id) WHERE ended_at IS NOT NULL;
CREATE INDEX membership_removed_by_email ON membership (organization_id, email COLLATE "C", id) WHERE ended_at IS NOT NULL;
CREATE INDEX membership_removed_search ON membership USING gin (organization_id, searchable gin_trgm_ops) WHERE ended_at IS NOT NULL;

DROP FUNCTION member_page(text, text, text, text, text, text, boolean, text, text, integer);
DROP FUNCTION member_count(text, text, text, text, text, integer);
DROP FUNCTION member_filter(text, text, text, text, text);

-- Equality with one word keeps the order of an index, which a list of words does not.
CREATE FUNCTION member_words(p_column text, p_key text, p_words text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = public AS $$
  SELECT CASE WHEN p_words IS NULL THEN ''
    WHEN position(',' IN p_words) = 0 THEN format(' AND %I = ($2 ->> %L)', p_column, p_key)
    ELSE format(' AND %I = ANY (string_to_array($2 ->> %L, '',''))', p_column, p_key) END
$$;

-- The members that p_filter means, as the condition of a statement with $1 the organization and $2 the filter.
-- any: over name and email; email, name narrow it to one of them and come beside any, which has the index.
-- A pattern of one or two characters is a prefix, of the name or of the address.
-- roles, sources, kinds, ids, except: words between commas. Nobody was active at the epoch: it stands for "never".
CREATE FUNCTION member_filter(p_filter jsonb) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = public AS $$
  SELECT 'organization_id = $1'
    || CASE p_filter ->> 'state'
         WHEN 'removed' THEN ' AND ended_at IS NOT NULL'
         WHEN 'never' THEN ' AND ended_at IS NULL AND last_active_at = ''1970-01-01Z'''
         WHEN 'active' THEN ' AND ended_at IS NULL AND last_active_at > ''1970-01-01Z'''
         ELSE ' AND ended_at IS NULL' END
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
$$;

CREATE FUNCTION member_page(
  p_filter jsonb, p_sort text, p_descending boolean, p_after text, p_after_id text, p_limit integer
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
    'SELECT * FROM membership WHERE %s%s ORDER BY %s %s, id %s LIMIT $5',
    member_filter(p_filter),
    CASE WHEN p_after_id IS NULL THEN '' ELSE
      format(' AND (%s, id) %s ($3::%s, $4)', sort_column, CASE WHEN p_descending THEN '<' ELSE '>' END, after_type) END,
    sort_column, direction, direction)
  USING current_setting('app.organization_id'), p_filter, p_after, p_after_id, p_limit;
END $$;

-- Counts to p_bound and no further.
CREATE FUNCTION member_count(p_filter jsonb, p_bound integer) RETURNS integer
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
DECLARE found integer;
BEGIN
  EXECUTE format('SELECT count(*)::int FROM (SELECT 1 FROM membership WHERE %s LIMIT $3) AS matching', member_filter(p_filter))
  INTO found USING current_setting('app.organization_id'), p_filter, p_bound;
  RETURN found;
END $$;

-- ---------------------------------------------------------------- lists of invitations, counted to a bound

CREATE INDEX invitation_revoked ON invitation (organization_id, created_at, id) WHERE revoked_at IS NOT NULL;
CREATE INDEX invitation_accepted ON invitation (organization_id, created_at, id) WHERE accepted_at IS NOT NULL;
CREATE INDEX invitation_organization_id_invited_by_id_created_at_id_idx ON invitation (organization_id, invited_by_id, created_at, id);

-- ---------------------------------------------------------------- the end of an organization

-- Everything of it goes but a tombstone. The program may not delete events; this may, and only when the time has come.
CREATE FUNCTION erase_organization(p_id text) RETURNS boolean
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

REVOKE EXECUTE ON FUNCTION member_words, member_filter, member_page, member_count, erase_organization FROM PUBLIC;
GRANT EXECUTE ON FUNCTION member_page, member_count TO console_tenant;
