import { redirect } from 'next/navigation'
import { PasskeySignIn } from '@/components/factors/passkey-sign-in'
import { SignedOutLayout, SignedOutTitle } from '@/components/layout/signed-out-layout'
import { LeftNotice } from '@/components/sign-in/left-notice'
import { SignInForm } from '@/components/sign-in/sign-in-form'
import { parseReturnPath, wantedOrganization } from '@/lib/domain/return-path'
import { openSetUp } from '@/lib/modules/organizations/queries/open-set-up'
import { hostName, isSignedIn, readPublic, single } from '@/lib/transport/public-page'

export const metadata = { title: 'Sign in' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function SignInPage({ searchParams }: Props) {
  const { to: wanted, from, organizationId } = await searchParams
  const to = parseReturnPath(wanted) ?? '/'
  if (await isSignedIn()) redirect(to)
  const { state } = await readPublic(openSetUp, { token: null })
  if (state !== 'done') redirect('/set-up')
  const wished = single(organizationId) ?? wantedOrganization(to)
  return (
    <SignedOutLayout host={hostName()}>
      <SignedOutTitle title="Sign in" />
      {single(from) === 'left' && (
        <LeftNotice>Sign in to another one, or ask an owner for a new invitation.</LeftNotice>
      )}
      <SignInForm to={to} organizationId={wished} />
      <PasskeySignIn to={to} organizationId={wished} />
      <p className="mt-6 text-base text-foreground-2">No account? You join with an invitation.</p>
    </SignedOutLayout>
  )
}
