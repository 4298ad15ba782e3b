import { Banner } from '@/components/feedback/banner'
import { SignedOutLayout, SignedOutTitle } from '@/components/layout/signed-out-layout'
import { LinkButton } from '@/components/ui/link-button'
import { ConfirmChange } from '@/components/ways-in/confirm-change'
import { KeptAsOpened } from '@/components/ways-in/kept-as-opened'
import { LinkEnded } from '@/components/ways-in/link-ended'
import { OtherAccount } from '@/components/ways-in/other-account'
import { openLink } from '@/lib/modules/sessions/queries/open-link'
import { hostName, readPublic, single } from '@/lib/transport/public-page'

export const metadata = { title: 'Confirm an address' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function VerifyEmailPage({ searchParams }: Props) {
  const token = single((await searchParams).token)?.slice(0, 200) ?? ''
  const purposes = ['confirm_old_email', 'confirm_new_email'] as const
  const opened = await readPublic(openLink, { token, purposes: [...purposes] })
  if (opened.state === 'ended' || !opened.change) {
    const sentence = opened.state === 'ended' ? opened.sentence : 'Begin the change anew.'
    return (
      <SignedOutLayout host={hostName()}>
        <KeptAsOpened key={token}>
          <LinkEnded sentence={sentence} again={{ label: 'Your account', href: '/account' }} />
        </KeptAsOpened>
      </SignedOutLayout>
    )
  }
  const { purpose, email, change, signedIn, signedInAs } = opened
  const here = `/verify-email?token=${encodeURIComponent(token)}`
  return (
    <SignedOutLayout host={hostName()}>
      <KeptAsOpened key={token}>
        <SignedOutTitle title="Change of address">
          Both addresses confirm it, in any order. Nothing changes before.
        </SignedOutTitle>
        {signedInAs && <OtherAccount email={email} signedInAs={signedInAs} back={here} />}
        {!signedInAs && purpose === 'confirm_new_email' && !signedIn && (
          <Banner
            tone="info"
            title={`Sign in as ${email} first.`}
            action={
              <LinkButton href={`/sign-in?to=${encodeURIComponent(here)}`}>Sign in</LinkButton>
            }
          >
            The new address is confirmed in the browser that is signed in to the account.
          </Banner>
        )}
        {!signedInAs && (purpose === 'confirm_old_email' || signedIn) && (
          <ConfirmChange token={token} {...change} />
        )}
      </KeptAsOpened>
    </SignedOutLayout>
  )
}
