import { redirect } from 'next/navigation'
import { SecondFactorScreen } from '@/components/factors/second-factor-screen'
import { SignedOutLayout, SignedOutTitle } from '@/components/layout/signed-out-layout'
import { SignOutLink } from '@/components/sign-in/sign-out-link'
import { LinkButton } from '@/components/ui/link-button'
import { parseReturnPath } from '@/lib/domain/return-path'
import { hostName, single } from '@/lib/transport/public-page'
import { secondFactorWanted } from '@/lib/transport/second-factor'

export const metadata = { title: 'Second factor' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function SecondFactorPage({ searchParams }: Props) {
  const { to: wanted, for: whose } = await searchParams
  const to = parseReturnPath(wanted) ?? '/'
  const ofSession = single(whose) === 'session'
  const asked = await secondFactorWanted(ofSession)
  if (!asked) redirect(ofSession ? to : `/sign-in?to=${encodeURIComponent(to)}`)
  return (
    <SignedOutLayout host={hostName()}>
      <SignedOutTitle title="Confirm that it is you">
        {ofSession
          ? 'Your organization asks for your second factor.'
          : `As the second step of signing in as ${asked.email}.`}
      </SignedOutTitle>
      <SecondFactorScreen to={to} {...asked} />
      <div className="mt-6">
        {ofSession ? (
          <SignOutLink />
        ) : (
          <LinkButton variant="link" className="tap" href={`/sign-in?to=${encodeURIComponent(to)}`}>
            Sign in as somebody else
          </LinkButton>
        )}
      </div>
    </SignedOutLayout>
  )
}
