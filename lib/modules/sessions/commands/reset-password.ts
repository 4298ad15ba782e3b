import 'server-only'
import { z } from 'zod'
import { passwordText } from '@/lib/domain/schemas'
import type { CallerOf } from '@/lib/kernel/caller'
import { changed, defineCommand } from '@/lib/kernel/define'
import { invalidInput, Problem } from '@/lib/kernel/problem'
import { redeemLink } from '@/lib/modules/persons/link'
import { newPassword, newPerson } from '@/lib/modules/persons/person'
import { foldable, homesOf, takeOver } from '@/lib/modules/persons/prove-address'
import { setPassword } from '@/lib/modules/persons/set-password'
import { hashPassword } from '@/lib/platform/crypto/password-hash'
import { type IdentityDb, isUniqueViolation } from '@/lib/platform/db/doors'
import { noticeTo } from '@/lib/platform/mail/notice-to'
import { goOnSigningIn } from '../internal/go-on'
import { SignInOutcome } from '../session'

/**
 * Sets a new password by a mailed link, and signs in by it; a second factor is still asked for. Where no account has
 * proven the address yet, the link proves it, and what waits for the proof is folded into the one account (decision 017).
 */
export const resetPassword = defineCommand({
  name: 'password.reset',
  summary: 'Set a new password by a mailed link',
  scope: 'public',
  event: 'member.password_changed',
  furtherEvents: ['session.ended', 'api_key.revoked'],
  rateLimit: { limit: 'accept', key: (input) => input.token },
  input: z.object({ token: z.string().max(100), password: passwordText }),
  output: SignInOutcome,
  async run(context, { token, password: text }) {
    const { db, caller, now } = context
    const link = await redeemLink(db, token, ['reset_password'], now)
    const { email } = link
    await requireOwnAccount(db, caller, email)
    const [newest] = link.person ? [link.person] : await foldable(db, email)
    if (!newest) throw nobodyHere()
    const checked = newPassword(text, { personName: newest.name, email })
    if (!checked.ok) throw invalidInput(checked.errors)
    const passwordHash = await hashPassword(checked.password)
    const folded = link.person ? [] : await prove(context, { email, name: newest.name })
    const personId = link.person?.id ?? (await provenId(db, email))
    await context.lockOrganization(personId)
    const { changed: facts, more } = await setPassword(
      db,
      { personId, passwordHash, by: 'reset' },
      now,
    )
    await noticeTo(context, { id: personId, email }, { kind: 'password_changed' })
    const wanted = { wantedOrganizationId: link.wantedOrganizationId }
    const outcome = await goOnSigningIn(db, { email, personId, method: 'password', ...wanted }, now)
    return changed<SignInOutcome, 'public'>(outcome, facts, ...folded, ...more)
  },
})

type Context = {
  db: IdentityDb
  now: Date
  lockOrganization(organizationId: string): Promise<void>
}

/** Makes the one account of the address, which its accounts without a second factor go over to. */
async function prove(
  { db, now, lockOrganization }: Context,
  { email, name }: { email: string; name: string },
) {
  for (const id of (await homesOf(db, email)).sort()) await lockOrganization(id)
  const { passwordHash: _, ...person } = newPerson({
    email,
    name,
    passwordHash: '',
    standing: 'proven',
    now,
  })
  await db.person.create({ data: person }).catch((error: unknown) => {
    throw isUniqueViolation(error) ? nobodyHere() : error
  })
  return takeOver({ db, email, personId: person.id, now })
}

async function provenId(db: IdentityDb, email: string) {
  const where = { email, emailProvenAt: { not: null } }
  return (await db.person.findFirstOrThrow({ where, select: { id: true } })).id
}

/** Whoever is signed in as another address is told both, and signs out first. */
async function requireOwnAccount(db: IdentityDb, caller: CallerOf['public'], email: string) {
  if (caller.kind !== 'session') return
  const self = await db.person.findUnique({ where: { id: caller.personId } })
  if (!self || self.email === email) return
  throw new Problem(
    'wrong_account',
    `This link is for ${email}. You are signed in as ${self.email}. Sign out first.`,
  )
}

const nobodyHere = () =>
  new Problem('link_ended', 'The account of this link is not here any more. Ask for a new link.')
