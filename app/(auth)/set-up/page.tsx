import { SignedOutLayout } from '@/components/layout/signed-out-layout'
import { SetUpScreen } from '@/components/set-up/set-up-screen'
import { openSetUp } from '@/lib/modules/organizations/queries/open-set-up'
import { hostName, readPublic, single } from '@/lib/transport/public-page'

export const metadata = { title: 'Set up' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function SetUpPage({ searchParams }: Props) {
  const token = single((await searchParams).token)?.slice(0, 200) ?? ''
  const { state } = await readPublic(openSetUp, { token })
  return (
    <SignedOutLayout host={hostName()}>
      <SetUpScreen key={token} token={token} state={state} />
    </SignedOutLayout>
  )
}
