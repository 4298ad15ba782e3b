import { newId } from '@/lib/domain/id'
import { hashToken, isToken, mintToken } from '@/lib/domain/tokens'
import { Problem } from '@/lib/kernel/problem'
import type { IdentityDb } from '@/lib/platform/db/doors'

const MINUTE = 60_000 // ms
const HOUR = 60 * MINUTE

/** What a mailed link may be for, and how long it serves, in ms. */
export const linkLifetimes = {
  reset_password: HOUR,
  sign_in: 15 * MINUTE,
  register: 24 * HOUR,
  confirm_old_email: 24 * HOUR,
  confirm_new_email: 24 * HOUR,
} as const
export type LinkPurpose = keyof typeof linkLifetimes
export const linkPurposes = Object.keys(linkLifetimes) as [LinkPurpose, ...LinkPurpose[]]

/** The page that each kind of link leads to; the token stands behind it. */
export const linkPaths: Record<LinkPurpose, string> = {
  reset_password: '/reset-password?token=',
  sign_in: '/sign-in?link=',
  register: '/register?link=',
  confirm_old_email: '/verify-email?token=',
  confirm_new_email: '/verify-email?token=',
}

type Links = Pick<IdentityDb, 'accountLink' | 'person'>
type Minted = {
  purpose: LinkPurpose
  email: string
  /** The account that it serves; null where no account has the address for itself yet. */
  personId: string | null
  emailChangeId?: string
  wantedOrganizationId?: string | null
  /** In ms, where it is not its purpose's own. */
  lifetime?: number
}

/** A new link of this purpose: its token, which is stored nowhere, and its end. */
export async function mintLink(db: Links, { lifetime, ...given }: Minted, now: Date) {
  const token = mintToken('link')
  const expiresAt = new Date(now.getTime() + (lifetime ?? linkLifetimes[given.purpose]))
  const tokenHash = await hashToken(token)
  await db.accountLink.create({
    data: { ...given, id: newId('lnk'), tokenHash, createdAt: now, expiresAt },
  })
  return { token, expiresAt }
}

/** The link of a token, in any state; null when its purpose is another. */
export async function findLink(db: Links, token: string, purposes: readonly LinkPurpose[]) {
  if (!isToken('link', token)) return null
  const row = await db.accountLink.findUnique({ where: { tokenHash: await hashToken(token) } })
  const purpose = purposes.find((name) => name === row?.purpose)
  return row && purpose ? { ...row, purpose } : null
}
type Row = NonNullable<Awaited<ReturnType<typeof findLink>>>

/** Why a link serves nobody; null: it does. */
export function linkDenial(link: Row | null, now: Date): string | null {
  if (!link) return 'This link is not known. Check that it is whole, or ask for a new one.'
  if (link.usedAt) return 'This link was used already, or a newer one was. Ask for a new one.'
  return link.expiresAt <= now ? 'This link has expired. Ask for a new one.' : null
}

const account = { id: true, name: true, email: true, emailProvenAt: true } as const

/** The account that a link serves, if it still has the address that the link was mailed to; else why not. */
export async function holderOf(db: Links, { personId, email }: Row) {
  const moved = 'The address of this link is no longer that of the account. Ask for a new link.'
  if (personId === null) {
    const proven = await db.person.findFirst({ where: { email, emailProvenAt: { not: null } } })
    return { person: null, denial: proven ? moved : null }
  }
  const person = await db.person.findFirst({ where: { id: personId, email }, select: account })
  return { person, denial: person ? null : moved }
}

async function unusedLink(
  db: Links,
  token: string,
  purposes: readonly LinkPurpose[],
  now: Date,
): Promise<Row> {
  const link = await findLink(db, token, purposes)
  const denial = linkDenial(link, now)
  if (!link || denial) throw new Problem('link_ended', denial ?? undefined)
  return link
}

/** The link of a token that would serve now, unused. Throws when it serves nobody. */
export async function openedLink(
  db: Links,
  token: string,
  purposes: readonly LinkPurpose[],
  now: Date,
) {
  const link = await unusedLink(db, token, purposes, now)
  const { denial: moved } = await holderOf(db, link)
  if (moved) throw new Problem('link_ended', moved)
  return link
}

/** Uses a link up, once, for this purpose alone. Throws when it serves nobody. */
export async function redeemLink(
  db: Links,
  token: string,
  purposes: readonly LinkPurpose[],
  now: Date,
) {
  const link = await unusedLink(db, token, purposes, now)
  // The condition stands in the statement: of two at once, one is served.
  const { count } = await db.accountLink.updateMany({
    where: { id: link.id, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  })
  if (count === 0) throw new Problem('link_ended', linkDenial({ ...link, usedAt: now }, now) ?? '')
  const { person, denial: moved } = await holderOf(db, link)
  if (moved) throw new Problem('link_ended', moved)
  return { ...link, person }
}

/** Every unused link of these works no more. */
export const endLinks = (
  db: Pick<IdentityDb, 'accountLink'>,
  which: { personId: string | { in: string[] } } | { email: string } | { emailChangeId: string },
  now: Date,
) => db.accountLink.updateMany({ where: { ...which, usedAt: null }, data: { usedAt: now } })
