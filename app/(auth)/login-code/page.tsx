import { SignedOutLayout, SignedOutTitle } from '@/components/layout/signed-out-layout'
import { LoginScreen } from '@/components/login/login-screen'
import { readLoginCode } from '@/lib/modules/api-keys/queries/read-login-code'
import { listOwnOrganizations } from '@/lib/modules/sessions/queries/list-own-organizations'
import { read, signedIn } from '@/lib/transport/page'
import { hostName, single } from '@/lib/transport/public-page'

export const metadata = { title: 'Allow a login' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Where `anyscale login` sends people: they sign in first, and come back here. */
export default async function LoginCodePage({ searchParams }: Props) {
  const code = single((await searchParams).code)?.slice(0, 200) ?? ''
  const { organizationId } = await signedIn()
  const [found, seats] = [await read(readLoginCode, { code }), await read(listOwnOrganizations, {})]
  const others = (seats.ok ? seats.data.rows : [])
    .filter((seat) => seat.organizationId !== organizationId && !seat.suspendedAt)
    .map((seat) => ({ id: seat.organizationId, name: seat.name }))
  return (
    <SignedOutLayout host={hostName()} width={440}>
      {found.ok ? (
        <LoginScreen
          key={`${organizationId} ${code}`}
          {...{ code, organizationId, others }}
          login={found.data}
        />
      ) : (
        <SignedOutTitle title="Not allowed">{found.problem.detail}</SignedOutTitle>
      )}
    </SignedOutLayout>
  )
}
