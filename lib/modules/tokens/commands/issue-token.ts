import 'server-only'
import { z } from 'zod'
import { newId } from '@/lib/domain/id'
import { narrowed } from '@/lib/domain/scopes'
import { ceilingOf } from '@/lib/kernel/caller'
import { changed, defineCommand } from '@/lib/kernel/define'
import { invalidInput } from '@/lib/kernel/problem'
import { touchAccount } from '@/lib/platform/activity/activity'
import { sha256 } from '@/lib/platform/crypto/hash'
import { readyToSign, signAccessToken } from '@/lib/platform/jose/access-token'
import { provenClient } from '../internal/proven-client'
import { Acting, clientId as namedClient } from '../token'

/** An access token for a service account, by whatever it proved itself with: a key, a signed assertion, or another issuer's word. */
export const issueToken = defineCommand({
  name: 'token.issue',
  summary: 'Give a service account an access token',
  scope: 'organization',
  permission: 'token.own',
  event: 'token.issued',
  input: z.object({
    clientId: namedClient,
    scope: z.string().max(8_000).optional(),
    act: Acting.optional(),
  }),
  /** `token` is a secret: shown once, stored nowhere. */
  output: z.object({ token: z.string(), seconds: z.int(), scope: z.string() }),
  async prepare(input) {
    await readyToSign()
    return input
  },
  async run(context, { clientId, scope: asked, act }) {
    const { db, self, caller, now, organizationId } = context
    const { by, seconds, since } = await provenClient(context, clientId)
    const granted = narrowed(asked, ceilingOf(caller))
    if (!granted.ok) throw invalidInput([{ pointer: '#/scope', detail: granted.fault }])
    const { scope, ceiling } = granted
    const issuedAt = Math.floor(now.getTime() / 1_000)
    const life = Math.min(seconds, since ?? seconds)
    const expiresAt = issuedAt + life
    const id = newId('tok')
    const told = { jti: id, organizationId, subject: self.userId, scope, issuedAt, expiresAt }
    const token = await signAccessToken({ ...told, ...(act && { act }) })
    const { name: _, via, ...given } = by
    await db.accessToken.create({
      data: {
        ...{ id, membershipId: self.id, tokenHash: sha256(token), scope, ...given },
        ...{ createdAt: now, expiresAt: new Date(expiresAt * 1_000) },
        ...(ceiling && { ceiling: ceiling as object }),
        ...(act && { act }),
      },
      select: { id: true },
    })
    touchAccount(organizationId, self.id, now)
    const bare = (text: string) => text.replace(/https?:\/\//g, '') // a link in the log is a secret
    const who = act && { issuer: bare(act.iss), subject: bare(act.sub) }
    return changed(
      { token, seconds: life, scope },
      {
        subject: { kind: 'service_account', id: self.id, label: self.name },
        after: { token: id, via, by: by.name, scope, seconds: life, ...who },
      },
    )
  },
})
