import { SignedOutLayout, SignedOutTitle } from '@/components/layout/signed-out-layout'
import { KeptAsOpened } from '@/components/ways-in/kept-as-opened'
import { LinkEnded } from '@/components/ways-in/link-ended'
import { OtherAccount } from '@/components/ways-in/other-account'
import { SignInByLink } from '@/components/ways-in/sign-in-by-link'
import { openLink } from '@/lib/modules/sessions/queries/open-link'
import { hostName, readPublic } from '@/lib/transport/public-page'

/** /sign-in?link=…: only its button uses the link up. */
export async function ByLink({ token, to }: { token: string; to: string }) {
  const opened = await readPublic(openLink, { token, purposes: ['sign_in'] })
  return (
    <SignedOutLayout host={hostName()}>
      <KeptAsOpened key={token}>
        {opened.state === 'ended' ? (
          <LinkEnded sentence={opened.sentence} again={{ label: 'Sign in', href: '/sign-in' }} />
        ) : (
          <>
            <SignedOutTitle title="Sign in" />
            {opened.signedInAs ? (
              <OtherAccount
                email={opened.email}
                signedInAs={opened.signedInAs}
                back={`/sign-in?link=${encodeURIComponent(token)}`}
              />
            ) : (
              <SignInByLink token={token} email={opened.email} to={to} />
            )}
          </>
        )}
      </KeptAsOpened>
    </SignedOutLayout>
  )
}
