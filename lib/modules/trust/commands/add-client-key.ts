import 'server-only'
import { z } from 'zod'
import { newId } from '@/lib/domain/id'
import { idOf } from '@/lib/domain/schemas'
import { changed, defineCommand } from '@/lib/kernel/define'
import { invalidInput, Problem } from '@/lib/kernel/problem'
import { readPublicKey } from '@/lib/platform/jose/public-key'
import { requireGiver } from '../internal/asked-rule'
import { findAccount } from '../trust-account'
import { ClientKey, ruleFields, shownKey, trustSubject } from '../trust-rule'

const MOST = 10
const taken = 'The account has this key already.'
const keyTaken = () =>
  new Problem('conflict', taken, {
    errors: [{ pointer: '#/publicKey', detail: taken }],
  })

/** From now on, whoever has its private half is the account (RFC 7523). */
export const addClientKey = defineCommand({
  name: 'client_key.add',
  summary: 'Add a public key that a service account proves itself with',
  scope: 'organization',
  permission: 'trust.change',
  event: 'client_key.added',
  lock: 'organization', // one of a kind, and at most so many
  fresh: true,
  input: z.object({
    accountId: idOf('ide'),
    name: ruleFields.name,
    publicKey: z.string().min(1, 'Paste the public key.').max(10_000, 'This is too long.'),
  }),
  output: ClientKey,
  async run(context, { accountId, name, publicKey }) {
    const { db, self, now } = context
    await requireGiver(context)
    const account = await findAccount(db, accountId)
    const read = await readPublicKey(publicKey)
    if (!read.ok) throw invalidInput([{ pointer: '#/publicKey', detail: read.fault }])
    const present = await db.clientKey.findMany({ where: { membershipId: account.id } })
    if (present.some(({ thumbprint }) => thumbprint === read.thumbprint)) throw keyTaken()
    if (present.length >= MOST)
      throw new Problem('conflict', `An account has at most ${MOST} public keys.`)
    const row = await db.clientKey.create({
      data: {
        ...{
          id: newId('ck'),
          membershipId: account.id,
          name,
          createdById: self.id,
          createdAt: now,
        },
        ...{ jwk: read.jwk as object, thumbprint: read.thumbprint },
      },
    })
    const after = { name, kind: String(read.jwk.kty), thumbprint: read.thumbprint }
    return changed(shownKey(row), { subject: trustSubject(account), after })
  },
})
