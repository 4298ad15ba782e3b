import 'server-only'
import type { InputOf } from '@/lib/kernel/define'
import { Problem } from '@/lib/kernel/problem'
import { decideMany } from '@/lib/modules/access/queries/decide-many'
import type { Call } from '../api/route'

type Run = Call<string, unknown, unknown>['run']
type Question = InputOf<typeof decideMany>['questions'][number]

/** The answer to one question. Whoever may not ask it is refused. */
export async function decideOne(run: Run, question: Question) {
  const { answers } = await run(decideMany, { questions: [question] })
  const [answer] = answers
  if (!answer || answer.refused) throw new Problem('forbidden', answer?.reason ?? undefined)
  return answer
}
