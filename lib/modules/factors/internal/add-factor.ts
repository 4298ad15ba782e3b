import 'server-only'
import type { SessionCaller } from '@/lib/kernel/caller'
import { changed, type Happened, type OutboxItem } from '@/lib/kernel/define'
import { inEveryLog } from '@/lib/modules/persons/own-logs'
import { newRecoveryCodes, recoveryCodeHash } from '@/lib/platform/crypto/recovery-codes'
import type { IdentityDb } from '@/lib/platform/db/doors'
import { noticeTo } from '@/lib/platform/mail/notice-to'
import type { FactorKind } from '../factor'
import { confirmedFactors } from './own-account'

type Context = {
  db: IdentityDb
  caller: SessionCaller
  now: Date
  enqueue(item: OutboxItem): Promise<void>
}
type Row = {
  id: string
  kind: string
  name: string
  createdAt: Date
  lastUsedAt: Date | null
}
type Made = { factor: Row; recoveryCodes: string[] | null }

/** The end of every setting-up: the factor counts from here on. The first one brings recovery codes. */
export async function factorAdded(context: Context, email: string, factor: Row) {
  const { db, caller, now } = context
  const { personId, organizationId, sessionId } = caller
  const isFirst = (await confirmedFactors(db, personId)).length === 1
  const recoveryCodes = isFirst ? await replaceRecoveryCodes(db, personId, now) : null
  // Whoever set it up has shown it.
  await db.session.updateMany({
    where: { organizationId, id: sessionId, factor: null },
    data: { factor: factor.kind },
  })
  // Sessions begun without one are asked for it before anything risky, however fresh their password is.
  if (isFirst) {
    await db.session.updateMany({
      where: { personId, id: { not: sessionId }, endedAt: null, factor: null },
      data: { authenticatedAt: new Date(0) },
    })
  }
  const holder = { id: personId, email }
  await noticeTo(context, holder, { kind: 'factor_added', name: factor.name })
  const after = { kind: factor.kind as FactorKind, name: factor.name }
  const added = await inEveryLog(db, caller, { after })
  const codes = recoveryCodes
    ? (await inEveryLog(db, caller, { after: { codes: recoveryCodes.length } })).map(madeCodes)
    : []
  return changed<Made, 'person'>({ factor, recoveryCodes }, added, ...codes)
}

const madeCodes = (happened: Happened<'person'>) => ({
  ...happened,
  event: 'recovery_codes.made' as const,
})

/** Ten new codes; those made before are worth nothing. Gives them as text, this once. */
export async function replaceRecoveryCodes(db: IdentityDb, personId: string, now: Date) {
  const codes = newRecoveryCodes()
  await db.recoveryCode.deleteMany({ where: { personId } })
  await db.recoveryCode.createMany({
    data: codes.map((code) => ({
      personId,
      codeHash: recoveryCodeHash(personId, code),
      createdAt: now,
    })),
  })
  return codes
}
