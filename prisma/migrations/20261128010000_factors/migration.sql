-- What a passkey of a signed-in person is asked to sign at present, and for what: "register …", "confirm …". It serves once.
ALTER TABLE session
  ADD COLUMN challenge text,
  ADD COLUMN challenge_expires_at timestamptz(3);

GRANT UPDATE (challenge, challenge_expires_at) ON session TO console_identity;
