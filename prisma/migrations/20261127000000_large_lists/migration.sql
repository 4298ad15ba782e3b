-- Lists of a hundred thousand: indexes that are used, and none that is used wrongly.

-- While the planner knows no numbers (a new database, or one that nobody has analysed), any index that begins with the
-- organization looks as good as the primary key: foreign keys then read all members of it. This one no longer does.
ALTER TABLE membership DROP CONSTRAINT membership_organization_id_user_id_key;
CREATE UNIQUE INDEX membership_user_id_organization_id_key ON membership (user_id, organization_id);
