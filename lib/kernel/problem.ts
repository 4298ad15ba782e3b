import 'server-only'
import {
  type Denial,
  type FieldError,
  type ProblemBody,
  type ProblemCode,
  problems,
} from '@/lib/domain/problems'

type Extra = Pick<ProblemBody, 'errors' | 'retry_after' | 'context'>

/** A refusal the caller may understand. `detail` is one sentence that makes sense alone. */
export class Problem extends Error {
  readonly isProblem = true
  readonly status: number

  constructor(
    readonly code: ProblemCode,
    detail?: string,
    readonly extra: Extra = {},
  ) {
    super(detail ?? `${problems[code].title}.`)
    this.name = 'Problem'
    this.status = problems[code].status
  }

  body(): ProblemBody {
    const { status, title } = problems[this.code]
    const type = `/problems/${this.code}`
    return { type, title, status, code: this.code, detail: this.message, ...this.extra }
  }
}

// Next bundles several copies of this class, so the mark is asked, not the prototype (DESIGN §7).
export const isProblem = (error: unknown): error is Problem =>
  (error as { isProblem?: boolean } | null)?.isProblem === true

/** Throws the denial, if there is one. */
export function refuse(denial: Denial | null): void {
  if (denial) throw new Problem(denial.code, denial.detail)
}

type Issue = { path: PropertyKey[]; message: string }

/** The faults that a schema found, as pointers into what stands at `at`. */
export const invalidBy = ({ issues }: { issues: Issue[] }, at = '#'): Problem =>
  invalidInput(
    issues.map(({ path, message }) => ({
      pointer: `${at}${path.map((part) => `/${String(part)}`).join('')}`,
      detail: asSentence(message),
    })),
  )

// The words of the validator, where a schema has none of its own, end without a full stop.
const asSentence = (text: string) => (/[.!?…]$/.test(text) ? text : `${text}.`)

/** Faulty fields of an input, as JSON pointers (RFC 6901). */
export const invalidInput = (errors: FieldError[]): Problem =>
  new Problem('invalid_input', errors[0]?.detail, { errors })
