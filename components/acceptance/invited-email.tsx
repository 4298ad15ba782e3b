import { KnownEmail } from '@/components/ways-in/known-email'

/** The invited address. */
export const InvitedEmail = ({ email }: { email: string }) => (
  <KnownEmail email={email} hint="The invitation is for this address only." />
)
