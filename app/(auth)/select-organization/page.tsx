import { redirect } from 'next/navigation'
import { SignedOutLayout } from '@/components/layout/signed-out-layout'
import { ChooseScreen } from '@/components/organizations/choose-screen'
import { LeftNotice } from '@/components/sign-in/left-notice'
import { parseReturnPath } from '@/lib/domain/return-path'
import { readChoice } from '@/lib/transport/choice-page'
import { hostName, isSignedIn, single } from '@/lib/transport/public-page'

export const metadata = { title: 'Choose an organization' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function SelectOrganizationPage({ searchParams }: Props) {
  const { to: wanted, from } = await searchParams
  const to = parseReturnPath(wanted) ?? '/'
  const back = new URLSearchParams({ to })
  const found = await readChoice()
  if (found === 'ended') redirect((await isSignedIn()) ? to : `/sign-in?${back}`)
  if (found === 'factor') redirect(`/sign-in/second-factor?${back}`)
  return (
    <SignedOutLayout host={hostName()} width={440}>
      {single(from) === 'left' && <LeftNotice>Choose where to go on.</LeftNotice>}
      <ChooseScreen {...found} to={to} />
    </SignedOutLayout>
  )
}
