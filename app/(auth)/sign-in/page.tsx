import { redirect } from 'next/navigation'
import { PasskeySignIn } from '@/components/factors/passkey-sign-in'
import { SignedOutLayout, SignedOutTitle } from '@/components/layout/signed-out-layout'
import { LeftNotice } from '@/components/sign-in/left-notice'
import { SignInForm } from '@/components/sign-in/sign-in-form'
import { LinkButton } from '@/components/ui/link-button'
import { MoreWaysIn } from '@/components/ways-in/more-ways-in'
import { parseReturnPath, wantedOrganization } from '@/lib/domain/return-path'
import { openSetUp } from '@/lib/modules/organizations/queries/open-set-up'
import { readWays } from '@/lib/modules/sessions/queries/read-ways'
import { hostName, isSignedIn, readPublic, single } from '@/lib/transport/public-page'
import { ByLink } from './by-link'

export const metadata = { title: 'Sign in' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function SignInPage({ searchParams }: Props) {
  const { to: wanted, from, link, organizationId } = await searchParams
  const to = parseReturnPath(wanted) ?? '/'
  const token = single(link)?.slice(0, 200)
  if (token) return <ByLink token={token} to={to} />
  if (await isSignedIn()) redirect(to)
  const { state } = await readPublic(openSetUp, { token: null })
  if (state !== 'done') redirect('/set-up')
  const organization = single(organizationId) ?? wantedOrganization(to)
  const { emailLink, registration } = await readPublic(readWays, {})
  return (
    <SignedOutLayout host={hostName()}>
      <SignedOutTitle title="Sign in" />
      {single(from) === 'left' && (
        <LeftNotice>Sign in to another one, or ask an owner for a new invitation.</LeftNotice>
      )}
      <SignInForm to={to} organizationId={organization} />
      <PasskeySignIn to={to} organizationId={organization} />
      {emailLink && <MoreWaysIn organizationId={organization} />}
      <p className="mt-6 text-base text-foreground-2">
        No account? You join with an invitation.
        {registration && (
          <>
            {' '}
            Or{' '}
            <LinkButton variant="link" className="text-base" href="/register">
              make one
            </LinkButton>
          </>
        )}
      </p>
    </SignedOutLayout>
  )
}
