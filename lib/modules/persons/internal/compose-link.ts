import 'server-only'
import type { SystemDb } from '@/lib/platform/db/doors'
import { env } from '@/lib/platform/env'
import type { Mail } from '@/lib/platform/mail/layout'
import { linkMail, refusalMail } from '@/lib/platform/mail/link-mail'
import { type LinkPurpose, linkPaths, mintLink } from '../link'
import { foldable } from '../prove-address'

/** What a command asked the worker for. */
export type LinkRequest = {
  purpose: LinkPurpose
  /** Where the mail goes. */
  email: string
  emailChangeId?: string
  wantedOrganizationId?: string | null
  askedAt: string
}

/** The mail that a request comes to: with a new link, with a refusal, or none. */
export function composeLink(db: SystemDb, request: LinkRequest, now: Date): Promise<Mail | null> {
  if (request.emailChangeId !== undefined) return composeChange(db, request, now)
  return composeForAddress(db, request, now)
}

async function composeForAddress(db: SystemDb, request: LinkRequest, now: Date) {
  const { purpose, email, wantedOrganizationId = null } = request
  const mint = async (
    purpose: 'reset_password' | 'sign_in' | 'register',
    personId: string | null,
  ) => linkOf(purpose, await mintLink(db, { purpose, email, personId, wantedOrganizationId }, now))
  const proven = await provenOf(db, email)
  if (purpose === 'register') {
    if (proven) return refusalMail({ kind: 'has_account' }, env.PUBLIC_URL)
    return linkMail({ kind: 'register', ...(await mint('register', null)) }, env.PUBLIC_URL)
  }
  const kind = purpose === 'sign_in' ? purpose : 'reset_password'
  if (proven) return linkMail({ kind, ...(await mint(kind, proven.id)) }, env.PUBLIC_URL)
  // Nobody has proven the address: a password that is set by a mailed link does, also where one asked to sign in.
  if ((await foldable(db, email)).length > 0) {
    const link = await mint('reset_password', null)
    return linkMail({ kind: 'choose_password', ...link }, env.PUBLIC_URL)
  }
  const own = kind === 'reset_password' ? await protectedAccount(db, email) : null
  return own && linkMail({ kind, ...(await mint('reset_password', own.id)) }, env.PUBLIC_URL)
}

const provenOf = (db: SystemDb, email: string) =>
  db.person.findFirst({ where: { email, emailProvenAt: { not: null } }, select: { id: true } })

/** The newest account of one organization alone that a second factor protects: its password is set in place. */
const protectedAccount = (db: SystemDb, email: string) =>
  db.person.findFirst({
    where: {
      email,
      emailProvenAt: null,
      memberships: { some: { endedAt: null } },
      factors: { some: { confirmedAt: { not: null } } },
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    select: { id: true },
  })

async function composeChange(db: SystemDb, request: LinkRequest, now: Date) {
  const { emailChangeId = '' } = request
  const change = await db.emailChange.findFirst({
    where: { id: emailChangeId, endedAt: null, expiresAt: { gt: now } },
  })
  if (!change) return null
  const { personId, oldEmail: from, newEmail: to, expiresAt } = change
  const byNew = request.purpose === 'confirm_new_email'
  const kind = byNew ? ('confirm_new_email' as const) : ('confirm_old_email' as const)
  if (byNew && (await provenOf(db, to))) {
    return refusalMail({ kind: 'address_taken', from }, env.PUBLIC_URL)
  }
  // Both links serve the account as long as it has the address that it is to give up.
  const lifetime = expiresAt.getTime() - now.getTime()
  const given = { purpose: kind, email: from, personId, emailChangeId, lifetime }
  const link = linkOf(kind, await mintLink(db, given, now))
  return linkMail({ kind, from, to, ...link }, env.PUBLIC_URL)
}

/** Links begin with PUBLIC_URL, whatever a request called this server. */
const linkOf = (
  purpose: LinkPurpose,
  { token, expiresAt }: { token: string; expiresAt: Date },
) => ({
  link: `${env.PUBLIC_URL}${linkPaths[purpose]}${token}`,
  expiresAt,
})
