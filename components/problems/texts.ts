import type { ProblemCode } from '@/lib/domain/problems'
import type { ProblemText } from './problem-text'
import { accountTexts } from './texts-accounts'
import { changeTexts } from './texts-changes'
import { requestTexts } from './texts-requests'

/** The page behind every problem type. A code without a text does not compile. */
export const problemTexts: Record<ProblemCode, ProblemText> = {
  ...requestTexts,
  ...accountTexts,
  ...changeTexts,
}
