import { SignedOutTitle } from '@/components/layout/signed-out-layout'
import { CompleteRegistration } from '@/components/ways-in/complete-registration'
import { KeptAsOpened } from '@/components/ways-in/kept-as-opened'
import { LinkEnded } from '@/components/ways-in/link-ended'
import { openLink } from '@/lib/modules/sessions/queries/open-link'
import { readPublic } from '@/lib/transport/public-page'

/** /register?link=…: the address is proven, the rest of the account follows. */
export async function ByLink({ token }: { token: string }) {
  const opened = await readPublic(openLink, { token, purposes: ['register'] })
  return (
    <KeptAsOpened key={token}>
      {opened.state === 'ended' ? (
        <LinkEnded
          sentence={opened.sentence}
          again={{ label: 'Ask for a new link', href: '/register' }}
        />
      ) : (
        <>
          <SignedOutTitle title="Make your account">
            One account for every organization that invites you. Your address is confirmed.
          </SignedOutTitle>
          <CompleteRegistration token={token} email={opened.email} />
        </>
      )}
    </KeptAsOpened>
  )
}
