import 'server-only'
import { z } from 'zod'
import { idOf, personName } from '@/lib/domain/schemas'
import { readSelf } from '@/lib/kernel/access'
import { changed, defineCommand, unchanged } from '@/lib/kernel/define'
import { inEveryLog } from '@/lib/modules/persons/own-logs'
import { Factor } from '../factor'
import { findOwnFactor } from '../internal/find-own-factor'

export const renameFactor = defineCommand({
  name: 'factor.rename',
  summary: 'Rename one of one’s own passkeys or apps',
  scope: 'person',
  event: 'factor.renamed',
  input: z.object({ factorId: idOf('fct'), name: personName }),
  output: Factor,
  async run({ db, caller }, { factorId, name }) {
    await readSelf(db, caller)
    const factor = await findOwnFactor(db, caller.personId, factorId)
    if (factor.name === name) return unchanged<typeof factor, 'person'>(factor)
    await db.factor.updateMany({
      where: { id: factorId, personId: caller.personId },
      data: { name },
    })
    const { kind } = factor
    const change = { before: { kind, name: factor.name }, after: { kind, name } }
    return changed<typeof factor, 'person'>(
      { ...factor, name },
      await inEveryLog(db, caller, change),
    )
  },
})
