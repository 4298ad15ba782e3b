import { z } from 'zod'
import { termsDocuments } from '@/lib/domain/terms'

export const AcceptedText = z.object({ document: z.enum(termsDocuments), version: z.int() })

/** One text as people read it. */
export const TermsText = AcceptedText.extend({
  title: z.string(),
  effective: z.string().nullable(),
  html: z.string(),
  /** Whether the signed-in person is to accept it now. */
  due: z.boolean(),
})
export type TermsText = z.output<typeof TermsText>
