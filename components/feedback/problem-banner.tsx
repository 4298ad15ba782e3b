import type { ProblemBody } from '@/lib/domain/problems'
import { Banner } from './banner'
import { RequestId } from './request-id'
import { SignInAgain } from './sign-in-again'

type Props = { problem: ProblemBody | null; className?: string }

/** A refusal where it happened: its title, its sentence, faulty fields without a place, the request id of a fault. */
export function ProblemBanner({ problem, className }: Props) {
  if (!problem) return null
  const tone = problem.status === 409 || problem.status === 429 ? 'warning' : 'error'
  const ended = problem.code === 'unauthenticated'
  return (
    <Banner
      tone={tone}
      title={problem.title}
      className={className}
      action={ended && <SignInAgain />}
    >
      <p>
        {problem.detail}
        {ended && ' What you typed is kept.'}
      </p>
      {problem.errors?.map((error) => (
        <p key={error.pointer}>{error.detail}</p>
      ))}
      {problem.status >= 500 && problem.request_id && <RequestId id={problem.request_id} />}
    </Banner>
  )
}
