-- `anyscale login`: by which credential a code was allowed, what was allowed, and that it may be refused. The key is made when the
-- program asks, by the word of that credential as it is then.

ALTER TABLE login_code
  ADD COLUMN session_id text,
  ADD COLUMN key_id text,
  ADD COLUMN granted_seconds bigint, -- what whoever allowed it was shown
  ADD COLUMN ceiling jsonb,
  ADD COLUMN refused_at timestamptz(3),
  ADD FOREIGN KEY (organization_id, session_id) REFERENCES session (organization_id, id) ON UPDATE CASCADE ON DELETE CASCADE,
  ADD FOREIGN KEY (organization_id, key_id) REFERENCES api_key (organization_id, id) ON UPDATE CASCADE ON DELETE CASCADE;
CREATE INDEX login_code_session ON login_code (organization_id, session_id);
CREATE INDEX login_code_key ON login_code (organization_id, key_id);
GRANT UPDATE (session_id, key_id, granted_seconds, ceiling, refused_at, used_at) ON login_code TO console_tenant;
-- Codes are made and asked for by nobody in particular, and change in an organization alone.
REVOKE UPDATE, DELETE ON login_code FROM console_identity;
