import 'server-only'
import { z } from 'zod'
import { dueTexts } from '@/lib/domain/terms'
import { readSelf } from '@/lib/kernel/access'
import { changed, defineCommand, unchanged } from '@/lib/kernel/define'
import { Problem } from '@/lib/kernel/problem'
import { inEveryLog } from '@/lib/modules/persons/own-logs'
import { shownTexts } from '@/lib/platform/terms/texts'
import { acceptedBy } from '../internal/accepted-by'
import { AcceptedText } from '../terms'

type Nothing = Record<string, never>

/** Once for a person, whatever organizations they are in; each of these has it in its log. */
export const acceptTerms = defineCommand({
  name: 'terms.accept',
  summary: 'Accept the terms of this installation',
  scope: 'person',
  event: 'terms.accepted',
  beforeGate: true,
  /** What was on the page: a text that was replaced meanwhile is not accepted unread. */
  input: z.object({ texts: z.array(AcceptedText).max(10) }),
  output: z.object({}),
  async run({ db, caller, now, lockOrganization: holdLock }, { texts }) {
    const { personId, origin } = caller
    await holdLock(personId) // two tabs at once
    await readSelf(db, caller)
    const due = dueTexts(shownTexts(), await acceptedBy(db, personId))
    const isRead = (of: { document: string; version: number }) =>
      texts.some(({ document, version }) => document === of.document && version === of.version)
    if (!due.every(isRead)) {
      throw new Problem('stale', 'These terms were replaced in the meantime. Read the new ones.')
    }
    if (due.length === 0) return unchanged<Nothing, 'person'>({})
    await db.termsAcceptance.createMany({
      data: due.map(({ document, version }) => ({
        personId,
        document,
        version: String(version),
        acceptedAt: now,
        address: origin.address,
        userAgent: origin.userAgent,
      })),
    })
    const accepted = due.map(({ title, version }) => `${title}, version ${version}`).join('; ')
    return changed<Nothing, 'person'>({}, await inEveryLog(db, caller, { after: { accepted } }))
  },
})
