import { redirect } from 'next/navigation'
import { SecureScreen } from '@/components/factors/secure-screen'
import { SignedOutLayout, SignedOutTitle } from '@/components/layout/signed-out-layout'
import { SignOutLink } from '@/components/sign-in/sign-out-link'
import { parseReturnPath } from '@/lib/domain/return-path'
import { listOwnFactors } from '@/lib/modules/factors/queries/list-own-factors'
import { read, signedInBeforeGate } from '@/lib/transport/page'
import { hostName } from '@/lib/transport/public-page'

export const metadata = { title: 'Secure your account' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Where somebody lands whose organization asks for a second factor and who has none. */
export default async function SecurePage({ searchParams }: Props) {
  const to = parseReturnPath((await searchParams).to) ?? '/'
  const { gate, organizationId } = await signedInBeforeGate()
  if (gate !== 'factor_missing') redirect(to)
  const found = await read(listOwnFactors, {})
  const who = (found.ok && found.data.requiredBy) || 'Your organization'
  return (
    <SignedOutLayout host={hostName()} width={440}>
      <SignedOutTitle title="Secure your account">
        <bdi>{who}</bdi> asks for a second factor. Set one up to go on. API keys in use go on
        working.
      </SignedOutTitle>
      <SecureScreen organizationId={organizationId} to={to} />
      <div className="mt-6">
        <SignOutLink />
      </div>
    </SignedOutLayout>
  )
}
