-- Tables that a session makes for itself are looked at first unless the path names them: no function that acts with more
-- rights than its caller may find one of those in place of ours. `lib/testing/contracts/tenancy.test.ts` holds later ones to it.
DO $$
DECLARE
  one regprocedure;
BEGIN
  FOR one IN SELECT oid FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = public, pg_temp', one);
  END LOOP;
END $$;
