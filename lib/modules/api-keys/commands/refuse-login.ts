import 'server-only'
import { z } from 'zod'
import { changed, defineCommand } from '@/lib/kernel/define'
import { Problem } from '@/lib/kernel/problem'
import { findLoginCode } from '../internal/find-login-code'
import { refusalDenial } from '../login-code-rules'

/** Ends a login, also one that was allowed as long as its key was not collected. The program that waits is told. */
export const refuseLogin = defineCommand({
  name: 'login_code.refuse',
  summary: 'Refuse a login of a program',
  scope: 'organization',
  permission: 'api_key.create_own',
  event: 'api_key.login_refused',
  rateLimit: { limit: 'login_answer' },
  input: z.object({ code: z.string().max(200) }),
  output: z.object({}),
  async run({ db, self, now, organizationId }, { code }) {
    const { row, state } = await findLoginCode(db, code, now)
    const denial = refusalDenial(state)
    if (!row || denial) throw new Problem(denial?.code ?? 'not_found', denial?.detail)
    const { count } = await db.loginCode.updateMany({
      where: { codeHash: row.codeHash, refusedAt: null, usedAt: null },
      data: { organizationId, membershipId: row.membershipId ?? self.id, refusedAt: now },
    })
    if (count === 0) throw new Problem('conflict', refusalDenial('used')?.detail)
    const { address, client } = row
    return changed(
      {},
      {
        subject: { kind: 'member', id: self.id, label: self.name },
        after: { address, client },
      },
    )
  },
})
