import { redirect } from 'next/navigation'
import { InvitationNeeded } from '@/components/acceptance/invitation-needed'
import { OrganizationLink } from '@/components/acceptance/organization-link'
import { RegisterScreen } from '@/components/acceptance/register-screen'
import { SignedOutLayout } from '@/components/layout/signed-out-layout'
import { RegisterAnyone } from '@/components/ways-in/register-anyone'
import { parseReturnPath } from '@/lib/domain/return-path'
import { dateWords } from '@/lib/domain/since'
import { openInvitation } from '@/lib/modules/invitations/queries/open-invitation'
import { openRegistration } from '@/lib/modules/organizations/queries/open-registration'
import { readWays } from '@/lib/modules/sessions/queries/read-ways'
import { hostName, readPublic, single } from '@/lib/transport/public-page'
import { ByLink } from './by-link'

export const metadata = { title: 'Join' }

type Search = Record<string, string | string[] | undefined>
type Props = { searchParams: Promise<Search> }

export default async function RegisterPage({ searchParams }: Props) {
  const search = await searchParams
  const token = single(search.invitation)?.slice(0, 200)
  const link = single(search.link)?.slice(0, 200)
  const organizationId = single(search.organizationId)?.slice(0, 100)
  return (
    <SignedOutLayout host={hostName()} width={440}>
      {link ? (
        <ByLink token={link} />
      ) : token ? (
        <Invitation token={token} />
      ) : organizationId ? (
        <Organization organizationId={organizationId} to={parseReturnPath(search.to) ?? '/'} />
      ) : (
        <Anyone />
      )}
    </SignedOutLayout>
  )
}

async function Invitation({ token }: { token: string }) {
  const opened = await readPublic(openInvitation, { token })
  const ends = opened.state === 'pending' ? dateWords(new Date(opened.expiresAt), new Date()) : null
  return <RegisterScreen key={token} token={token} opened={opened} ends={ends} />
}

async function Organization({ organizationId, to }: { organizationId: string; to: string }) {
  const opened = await readPublic(openRegistration, { organizationId })
  if (opened.state === 'here') redirect(to)
  const here = `/register?${new URLSearchParams({ organizationId, ...(to !== '/' && { to }) })}`
  const ways = await readPublic(readWays, {})
  return <OrganizationLink {...{ opened, organizationId, here, to, ways }} />
}

/** Without any link: whether one may make an account is the installation's to say. */
async function Anyone() {
  const { registration } = await readPublic(readWays, {})
  return registration ? <RegisterAnyone /> : <InvitationNeeded />
}
