import { redirect } from 'next/navigation'
import { InvitationNeeded } from '@/components/acceptance/invitation-needed'
import { RegisterScreen } from '@/components/acceptance/register-screen'
import { SignedOutLayout } from '@/components/layout/signed-out-layout'
import { dateWords } from '@/lib/domain/since'
import { openInvitation } from '@/lib/modules/invitations/queries/open-invitation'
import { hostName, readPublic, single } from '@/lib/transport/public-page'

export const metadata = { title: 'Join' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function RegisterPage({ searchParams }: Props) {
  const { invitation, organizationId } = await searchParams
  const token = single(invitation)?.slice(0, 200)
  if (token === undefined && organizationId !== undefined) redirect('/sign-in?from=organization')
  if (token === undefined) {
    return (
      <SignedOutLayout host={hostName()} width={440}>
        <InvitationNeeded />
      </SignedOutLayout>
    )
  }
  const opened = await readPublic(openInvitation, { token })
  const ends = opened.state === 'pending' ? dateWords(new Date(opened.expiresAt), new Date()) : null
  return (
    <SignedOutLayout host={hostName()} width={440}>
      <RegisterScreen key={token} token={token} opened={opened} ends={ends} />
    </SignedOutLayout>
  )
}
