import { SignedOutTitle } from '@/components/layout/signed-out-layout'
import { LinkButton } from '@/components/ui/link-button'
import { AskRegistration } from './ask-registration'

/** The first step of a registration without an invitation: the address, which a link proves. */
export const RegisterAnyone = () => (
  <>
    <SignedOutTitle title="Make an account">
      Enter your email. A link proves that it is yours; then you name yourself and your
      organization, and choose a password or a passkey. With an invitation, open the link in its
      mail instead.
    </SignedOutTitle>
    <AskRegistration />
    <p className="mt-6">
      <LinkButton variant="link" href="/sign-in">
        Sign in instead
      </LinkButton>
    </p>
  </>
)
