import { type ProblemBody, type ProblemCode, problems } from '@/lib/domain/problems'
import { problemTexts } from './texts'

type Document = ProblemBody & { instance?: string; error?: { detail: string } }

/** A problem document as it would arrive: from the API with the two members its clients read besides. */
export function exampleOf(code: ProblemCode): Document {
  const { detail, instance, more } = problemTexts[code]
  const { status, title } = problems[code]
  return {
    type: `/problems/${code}`,
    title,
    status,
    code,
    detail,
    ...more,
    request_id: 'req_4f1c09d27ab85e6630d91b7c',
    ...(instance && { instance, error: { detail } }),
  }
}

export const isProblemCode = (text: string): text is ProblemCode => Object.hasOwn(problems, text)
