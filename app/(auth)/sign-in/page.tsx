import { redirect } from 'next/navigation'
import { Banner } from '@/components/feedback/banner'
import { SignedOutLayout, SignedOutTitle } from '@/components/layout/signed-out-layout'
import { LeftNotice } from '@/components/sign-in/left-notice'
import { SignInForm } from '@/components/sign-in/sign-in-form'
import { LinkButton } from '@/components/ui/link-button'
import { MoreWaysIn } from '@/components/ways-in/more-ways-in'
import { parseReturnPath } from '@/lib/domain/return-path'
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
  const { emailLink, registration } = await readPublic(readWays, {})
  return (
    <SignedOutLayout host={hostName()}>
      <SignedOutTitle title="Sign in" />
      {single(from) === 'organization' && (
        <Banner tone="info" title="You need an invitation to join." className="mb-4">
          Ask an owner of the organization. Members sign in here.
        </Banner>
      )}
      {single(from) === 'left' && <LeftNotice />}
      <SignInForm to={to} />
      <MoreWaysIn organizationId={single(organizationId)} emailLink={emailLink} />
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
