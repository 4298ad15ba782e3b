import type { ProblemBody } from '@/lib/domain/problems'
import { Banner } from './banner'
import { RequestId } from './request-id'

type Props = { problem: ProblemBody | null; className?: string }

/** A refusal where it happened: its title, its sentence, faulty fields without a place, the request id of a fault. */
export function ProblemBanner({ problem, className }: Props) {
  if (!problem) return null
  const tone = problem.status === 409 || problem.status === 429 ? 'warning' : 'error'
  return (
    <Banner tone={tone} title={problem.title} className={className}>
      <p>{problem.detail}</p>
      {problem.errors?.map((error) => (
        <p key={error.pointer}>{error.detail}</p>
      ))}
      {problem.status >= 500 && problem.request_id && <RequestId id={problem.request_id} />}
    </Banner>
  )
}
