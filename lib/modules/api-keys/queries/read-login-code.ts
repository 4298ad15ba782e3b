import 'server-only'
import { z } from 'zod'
import { moment, storedRole } from '@/lib/domain/schemas'
import { defineQuery } from '@/lib/kernel/define'
import { askedLife, findLoginCode } from '../internal/find-login-code'
import { lifeOfNew } from '../internal/key-life'
import { isSameAddress, loginCodeSentence, loginCodeStates } from '../login-code-rules'

const pending = z.object({
  state: z.literal('pending'),
  createdAt: moment,
  expiresAt: moment,
  address: z.string().nullable(),
  /** Whether whoever reads this does so from there. */
  sameAddress: z.boolean(),
  ownAddress: z.string().nullable(),
  client: z.string().nullable().describe('By its own word.'),
  askedSeconds: z.number().describe('0: without end.'),
  seconds: z.number().nullable().describe('What the policy gives.'),
  organization: z.object({ id: z.string(), name: z.string() }),
  self: z.object({ name: z.string(), email: z.string(), role: storedRole }),
})
const answered = z.object({
  state: z.enum(loginCodeStates).exclude(['pending']),
  sentence: z.string(),
})

/** What the page of a login shows before anything is allowed; of one that cannot be answered, why and what to do. */
export const readLoginCode = defineQuery({
  name: 'login_code.source',
  summary: 'Say what asks for a login, and from where',
  scope: 'organization',
  permission: 'api_key.create_own',
  input: z.object({ code: z.string().max(200) }),
  output: z.discriminatedUnion('state', [pending, answered]),
  async run({ db, self, caller, now }, { code }) {
    const { row, state } = await findLoginCode(db, code, now)
    if (!row || state !== 'pending') {
      const ended = state === 'pending' ? 'unknown' : state
      return { state: ended, sentence: loginCodeSentence(ended) }
    }
    const asked = askedLife(row.seconds)
    const life = await lifeOfNew(db, { kind: self.kind, seconds: asked, clip: true })
    const organization = await db.organization.findFirstOrThrow({
      select: { id: true, name: true },
    })
    const own = caller.origin.address
    const { createdAt, expiresAt, address, client } = row
    return {
      state,
      ...{ createdAt, expiresAt, address, client, organization },
      sameAddress: isSameAddress(address, own),
      ownAddress: own,
      askedSeconds: asked ?? 0,
      seconds: life.seconds,
      self: { name: self.name, email: self.email, role: self.role },
    }
  },
})
