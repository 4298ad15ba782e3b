-- Suspended members in every order of the list, and in the counter: a list of owners holds those who are suspended,
-- the rule of the last owner does not count them.

CREATE INDEX membership_suspended_by_email ON membership (organization_id, email COLLATE "C", id) WHERE ended_at IS NULL AND suspended_at IS NOT NULL;
CREATE INDEX membership_suspended_by_joined ON membership (organization_id, created_at, id) WHERE ended_at IS NULL AND suspended_at IS NOT NULL;
CREATE INDEX membership_suspended_by_active ON membership (organization_id, last_active_at, id) WHERE ended_at IS NULL AND suspended_at IS NOT NULL;

-- `owners` are those who can act. Nobody could be suspended before.
ALTER TABLE organization_counter ADD COLUMN suspended_owners integer NOT NULL DEFAULT 0;

CREATE OR REPLACE FUNCTION keep_organization_counter() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  changed record;
  left_owners integer;
  left_people integer;
BEGIN
  FOR changed IN
    SELECT organization_id, sum(people)::int AS people, sum(owners)::int AS owners, sum(suspended)::int AS suspended FROM (
      SELECT organization_id, 1 AS people, (role = 'owner' AND suspended_at IS NULL)::int AS owners,
        (role = 'owner' AND suspended_at IS NOT NULL)::int AS suspended FROM after_rows WHERE ended_at IS NULL AND kind = 'person'
      UNION ALL
      SELECT organization_id, -1, -(role = 'owner' AND suspended_at IS NULL)::int,
        -(role = 'owner' AND suspended_at IS NOT NULL)::int FROM before_rows WHERE ended_at IS NULL AND kind = 'person'
    ) AS rows GROUP BY organization_id HAVING sum(people) <> 0 OR sum(owners) <> 0 OR sum(suspended) <> 0
  LOOP
    INSERT INTO organization_counter AS c (organization_id, people, owners, suspended_owners)
    VALUES (changed.organization_id, changed.people, changed.owners, changed.suspended)
    ON CONFLICT (organization_id) DO UPDATE SET people = c.people + excluded.people, owners = c.owners + excluded.owners,
      suspended_owners = c.suspended_owners + excluded.suspended_owners
    RETURNING c.owners, c.people INTO left_owners, left_people;
    -- the command refuses first; this holds even when a command is wrong
    IF changed.owners < 0 AND left_owners = 0 AND left_people > 0 THEN
      RAISE EXCEPTION 'organization % needs an owner', changed.organization_id USING ERRCODE = 'GH001';
    END IF;
  END LOOP;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION count_new_members() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  INSERT INTO organization_counter AS c (organization_id, people, owners, suspended_owners)
  SELECT organization_id, count(*), count(*) FILTER (WHERE role = 'owner' AND suspended_at IS NULL),
    count(*) FILTER (WHERE role = 'owner' AND suspended_at IS NOT NULL)
  FROM after_rows WHERE ended_at IS NULL AND kind = 'person' GROUP BY organization_id
  ON CONFLICT (organization_id) DO UPDATE SET people = c.people + excluded.people, owners = c.owners + excluded.owners,
    suspended_owners = c.suspended_owners + excluded.suspended_owners;
  RETURN NULL;
END $$;
