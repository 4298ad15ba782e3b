import 'server-only'
import { z } from 'zod'
import { isOutside, outsideSentence } from '@/lib/domain/invitation-domains'
import { normalizePassword } from '@/lib/domain/password'
import { passwordText, personEmail, personName } from '@/lib/domain/schemas'
import { changed, defineCommand } from '@/lib/kernel/define'
import { invalidInput, refuse } from '@/lib/kernel/problem'
import { revokeMootInvitations } from '@/lib/modules/invitations/commands/revoke-moot-invitations'
import { newPassword, newPerson } from '@/lib/modules/persons/person'
import { hashPassword } from '@/lib/platform/crypto/password-hash'
import { createAccounts } from '@/lib/platform/db/accounts'
import { cloudsThatAdd } from '@/lib/platform/db/auto-adding'
import type { WriteDb } from '@/lib/platform/db/doors'
import { policyRow } from '@/lib/platform/db/policy-row'
import { Member, newMembership } from '../member'
import { alreadyMembers, knownBefore } from '../member-rules'

const MOST = 100

const Added = z
  .object({ email: personEmail, name: personName, password: passwordText })
  .transform((added) => ({ ...added, passwordHash: '' }))
type Added = z.output<typeof Added>

/**
 * Accounts that an owner makes are unproven and exist for this organization alone, whatever else carries their address
 * (DESIGN §6): nothing of another account is read, told or changed. All of them are made, or none.
 */
export const createMembers = defineCommand({
  name: 'member.create',
  summary: 'Add people without an invitation',
  scope: 'organization',
  permission: 'member.create',
  event: 'member.joined',
  lock: 'organization',
  input: z.object({
    people: z
      .array(Added)
      .min(1, 'Name at least one person.')
      .max(MOST, `At most ${MOST} people at once.`)
      .superRefine(eachOnce),
  }),
  // One after another: sign-ins hash on the same few threads.
  async prepare({ people }) {
    const hashed: Added[] = []
    for (const added of people) {
      const passwordHash = await hashPassword(normalizePassword(added.password))
      hashed.push({ ...added, passwordHash })
    }
    return { people: hashed }
  },
  output: z.object({ members: z.array(Member) }),
  async run({ db, organizationId, also, now }, { people }) {
    await checkDomains(db, people)
    await checkPasswords(db, people)
    const emails = people.map(({ email }) => email)
    const members = await db.membership.findMany({
      where: { email: { in: emails }, endedAt: null },
      orderBy: { email: 'asc' },
    })
    refuse(alreadyMembers(members))
    const accounts = people.map(({ email, name, passwordHash }) => {
      const standing = { homeOrganizationId: organizationId }
      const { id: personId } = newPerson({ email, name, passwordHash, standing, now })
      const given = { organizationId, personId, email, name, now, neverActive: true }
      const member = newMembership({ ...given, role: 'collaborator', source: 'owner' })
      return { ...member, passwordHash }
    })
    const made = await createAccounts(db, accounts, now)
    refuse(knownBefore(emails.filter((email) => !made.has(email))))
    await also(revokeMootInvitations, { emails })
    const added = await cloudsThatAdd(db, organizationId)
    return changed(
      {
        members: accounts.map((member) => ({
          ...member,
          endedAt: null,
          secondFactor: false,
          suspendedAt: null,
          limits: [],
          version: 1,
        })),
      },
      accounts.map(({ id, name, email, role, source }) => ({
        subject: { kind: 'member' as const, id, label: name },
        after: { email, role, source, ...added },
      })),
    )
  },
})

function eachOnce(people: Added[], context: z.core.$RefinementCtx) {
  const seen = new Set<string>()
  people.forEach(({ email }, index) => {
    if (seen.has(email)) {
      const message = `${email} stands here twice.`
      context.addIssue({ code: 'custom', path: [index, 'email'], message, input: email })
    }
    seen.add(email)
  })
}

/** Adding somebody is no way round the domains that may be invited. */
async function checkDomains(db: WriteDb, people: Added[]) {
  const domains = (await policyRow(db))?.invitationDomains ?? []
  const errors = people.flatMap(({ email }, index) =>
    isOutside(email, domains)
      ? [{ pointer: `#/people/${index}/email`, detail: outsideSentence(email, domains) }]
      : [],
  )
  if (errors.length > 0) throw invalidInput(errors)
}

async function checkPasswords(db: WriteDb, people: Added[]) {
  const { name: organizationName } = await db.organization.findFirstOrThrow()
  const errors = people.flatMap(({ email, name, password }, index) => {
    const checked = newPassword(password, { organizationName, personName: name, email })
    if (checked.ok) return []
    return checked.errors.map(({ detail }) => ({
      pointer: `#/people/${index}/password`,
      detail: `The password of ${email} can’t be used. ${detail}`,
    }))
  })
  if (errors.length > 0) throw invalidInput(errors)
}
