import { SignedOutLayout, SignedOutTitle } from '@/components/layout/signed-out-layout'
import { KeptAsOpened } from '@/components/ways-in/kept-as-opened'
import { LinkEnded } from '@/components/ways-in/link-ended'
import { OtherAccount } from '@/components/ways-in/other-account'
import { ResetPassword } from '@/components/ways-in/reset-password'
import { openLink } from '@/lib/modules/sessions/queries/open-link'
import { hostName, readPublic, single } from '@/lib/transport/public-page'

export const metadata = { title: 'New password' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function ResetPasswordPage({ searchParams }: Props) {
  const token = single((await searchParams).token)?.slice(0, 200) ?? ''
  const opened = await readPublic(openLink, { token, purposes: ['reset_password'] })
  if (opened.state === 'ended') {
    const again = { label: 'Ask for a new link', href: '/forgot-password' }
    return (
      <SignedOutLayout host={hostName()}>
        <KeptAsOpened key={token}>
          <LinkEnded sentence={opened.sentence} again={again} />
        </KeptAsOpened>
      </SignedOutLayout>
    )
  }
  const { email, name, signedInAs } = opened
  const back = `/reset-password?token=${encodeURIComponent(token)}`
  return (
    <SignedOutLayout host={hostName()}>
      <KeptAsOpened key={token}>
        <SignedOutTitle title="Set a new password">
          It signs you out everywhere else. Your API keys keep working.
        </SignedOutTitle>
        {signedInAs ? (
          <OtherAccount email={email} signedInAs={signedInAs} back={back} />
        ) : (
          <ResetPassword token={token} email={email} name={name} />
        )}
      </KeptAsOpened>
    </SignedOutLayout>
  )
}
