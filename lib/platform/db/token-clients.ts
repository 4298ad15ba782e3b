import 'server-only'
import { readIdentity } from './doors'

const CLIENT = /^(?:usr|ide)_\w{1,100}$/
const member = { organizationId: true, id: true, userId: true, name: true, email: true } as const

/** The enabled service account that a client id (usr_… or ide_…) names; asked before its organization is known. Not inside a door. */
export const findClient = async (clientId: string) =>
  CLIENT.test(clientId) ? readIdentity((db) => accountOf(db, clientId)) : null

type Db = Parameters<Parameters<typeof readIdentity>[0]>[0]

async function accountOf(db: Db, clientId: string) {
  const known = clientId.startsWith('ide_')
    ? await db.serviceAccount.findFirst({
        where: { id: clientId },
        select: { organizationId: true },
      })
    : null
  if (clientId.startsWith('ide_') && !known) return null
  const named = known
    ? { organizationId: known.organizationId, id: clientId }
    : { userId: clientId }
  const where = { ...named, kind: 'service_account', endedAt: null, suspendedAt: null }
  const account = await db.membership.findFirst({ where, select: member })
  if (!account) return null
  const own = { organizationId: account.organizationId, membershipId: account.id }
  const keys = await db.clientKey.findMany({ where: own, select: { id: true, jwk: true } })
  const rules = await db.trustRule.findMany({ where: own, orderBy: { createdAt: 'asc' } })
  return { ...account, keys, rules }
}
