import 'server-only'
import { z } from 'zod'
import { storedLoginCode } from '@/lib/domain/login-code'
import type { MemberCaller } from '@/lib/kernel/caller'
import { changed, defineCommand } from '@/lib/kernel/define'
import { Problem } from '@/lib/kernel/problem'
import type { ReadDb } from '@/lib/platform/db/doors'
import { noticeTo } from '@/lib/platform/mail/notice-to'
import { keyFacts, keySubject, liveKeys, newApiKey, StoredCeiling, searchableKey } from '../api-key'
import { askedLife } from '../internal/find-login-code'
import { lifeOfNew } from '../internal/key-life'
import { requireMaker } from '../makers/require-maker'

/**
 * The first answer to a login that was allowed: its code is used up and the key made, as whoever allowed it and by what they and their
 * organization are now. Run by the API for the program that waits (lib/transport/collect-login.ts); no other mouth has it.
 */
export const collectLogin = defineCommand({
  name: 'api_key.collect_login',
  summary: 'Make the key of a login that was allowed',
  scope: 'organization',
  permission: 'api_key.create_own',
  event: 'api_key.created',
  lock: 'organization', // a code is collected once
  input: z.object({ code: z.string().max(200) }),
  /** A secret: given once, stored nowhere. */
  output: z.object({ key: z.string() }),
  async run(context, { code }) {
    const { db, self, caller, now, organizationId } = context
    const codeHash = await storedLoginCode(code)
    const by = caller.kind === 'key' ? { keyId: caller.keyId } : { sessionId: caller.sessionId }
    const { count } = await db.loginCode.updateMany({
      where: {
        ...{ codeHash: codeHash ?? '', organizationId, membershipId: self.id, ...by },
        ...{ approvedAt: { not: null }, refusedAt: null, usedAt: null, expiresAt: { gt: now } },
      },
      data: { usedAt: now },
    })
    if (count === 0) throw notAllowed
    await requireLive(context, caller)
    await requireMaker(context)
    const login = await db.loginCode.findFirstOrThrow({ where: { codeHash: codeHash ?? '' } })
    const granted = login.grantedSeconds === null ? null : Number(login.grantedSeconds)
    const { seconds } = await lifeOfNew(db, { kind: self.kind, seconds: granted, clip: true })
    const asked = askedLife(login.seconds)
    const ceiling = login.ceiling === null ? null : StoredCeiling.parse(login.ceiling)
    const { key, row } = await newApiKey({
      ...{ membershipId: self.id, kind: self.kind, name: '', now, ceiling, seconds },
      ...{ madeById: self.id, source: 'login' },
      asked: seconds === asked ? null : (asked ?? 0),
    })
    const name = `login ${row.lastSix}`
    const named = { ...row, name, searchable: searchableKey(name, row.lastSix) }
    await db.apiKey.create({ data: named })
    const { name: organizationName } = await db.organization.findFirstOrThrow()
    await noticeTo(
      context,
      { id: self.id, email: self.email, organizationId },
      { kind: 'key_made', name: named.name, organizationName, byLogin: true },
    )
    return changed(
      { key },
      {
        subject: keySubject(named, self),
        after: { ...keyFacts(named, self), source: 'login', client: login.client },
      },
    )
  },
})

type Asking = { db: Pick<ReadDb, 'apiKey' | 'session'>; now: Date }

/** What was revoked or signed out meanwhile allows nothing. */
async function requireLive({ db, now }: Asking, caller: MemberCaller) {
  const select = { id: true } as const
  const live =
    caller.kind === 'key'
      ? await db.apiKey.findFirst({ where: { id: caller.keyId, ...liveKeys(now) }, select })
      : await db.session.findFirst({
          where: { id: caller.sessionId, endedAt: null, expiresAt: { gt: now } },
          select,
        })
  if (!live) throw notAllowed
}

const notAllowed = new Problem('not_found', 'No such login was allowed by you.')
