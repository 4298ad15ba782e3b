import 'server-only'
import { z } from 'zod'
import { dueTexts } from '@/lib/domain/terms'
import { defineQuery } from '@/lib/kernel/define'
import { shownTexts } from '@/lib/platform/terms/texts'
import { acceptedBy } from '../internal/accepted-by'
import { TermsText } from '../terms'

/** Anybody may read them; whoever is signed in is told what is to be accepted. */
export const openTerms = defineQuery({
  name: 'terms.open',
  summary: 'Read the terms of this installation',
  scope: 'public',
  input: z.object({}),
  output: z.object({ texts: z.array(TermsText) }),
  async run({ db, caller }) {
    const texts = shownTexts()
    const due = new Set(
      caller.kind === 'session' ? dueTexts(texts, await acceptedBy(db, caller.personId)) : [],
    )
    return {
      texts: texts.map(({ since: _, ...text }, at) => ({
        ...text,
        due: due.has(texts[at] as (typeof texts)[number]),
      })),
    }
  },
})
