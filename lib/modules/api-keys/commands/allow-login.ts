import 'server-only'
import { z } from 'zod'
import { changed, defineCommand } from '@/lib/kernel/define'
import { Problem } from '@/lib/kernel/problem'
import { ceilingGiven } from '../internal/ceiling-given'
import { askedLife, findLoginCode } from '../internal/find-login-code'
import { lifeOfNew } from '../internal/key-life'
import { answerDenial } from '../login-code-rules'
import { requireMaker } from '../makers/require-maker'

/** Allows a login as oneself. The key is made when the program asks next, if nothing speaks against it then. */
export const allowLogin = defineCommand({
  name: 'login_code.approve',
  summary: 'Allow a login of a program, as oneself',
  scope: 'organization',
  permission: 'api_key.create_own',
  event: 'api_key.login_allowed',
  fresh: true,
  rateLimit: { limit: 'login_answer', key: (_, caller) => membershipOf(caller) },
  input: z.object({
    code: z.string().max(200),
    readOnly: z.boolean().default(false).describe('The key looks, and changes nothing.'),
  }),
  output: z.object({}),
  async run(context, { code, readOnly }) {
    const { db, self, caller, now, organizationId } = context
    if (self.kind !== 'person') throw personsOnly
    await requireMaker(context)
    const { row, state } = await findLoginCode(db, code, now)
    const denial = answerDenial(state)
    if (!row || denial) throw new Problem(denial?.code ?? 'not_found', denial?.detail)
    const asked = askedLife(row.seconds)
    const { seconds } = await lifeOfNew(db, { kind: self.kind, seconds: asked, clip: true })
    const ceiling = await ceilingGiven(context, readOnly ? { readOnly } : undefined)
    const by = caller.kind === 'key' ? { keyId: caller.keyId } : { sessionId: caller.sessionId }
    const { count } = await db.loginCode.updateMany({
      where: {
        codeHash: row.codeHash,
        ...{ organizationId: null, approvedAt: null, refusedAt: null },
        expiresAt: { gt: now },
      },
      data: {
        ...{ organizationId, membershipId: self.id, approvedAt: now, ...by },
        ...(seconds !== null && { grantedSeconds: BigInt(seconds) }),
        ...(ceiling && { ceiling: ceiling as object }),
      },
    })
    if (count === 0) throw new Problem('conflict', answerDenial('allowed')?.detail)
    const { address, client } = row
    return changed(
      {},
      {
        subject: { kind: 'member', id: self.id, label: self.name },
        after: { address, client, days: seconds === null ? null : seconds / 86_400, readOnly },
      },
    )
  },
})

const membershipOf = (caller: object) =>
  'membershipId' in caller ? String(caller.membershipId) : undefined

const personsOnly = new Problem(
  'conflict',
  'A person allows a login, for themselves. A service account gets its keys from an owner.',
)
