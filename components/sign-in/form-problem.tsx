import { Banner } from '@/components/feedback/banner'
import { ProblemBanner } from '@/components/feedback/problem-banner'
import type { ProblemBody } from '@/lib/domain/problems'

/** A refusal above a form. Where its sentence only repeats its title, the sentence alone. */
export const FormProblem = ({ problem }: { problem: ProblemBody | null }) =>
  problem?.detail.startsWith(problem.title) ? (
    <Banner tone="error" title={problem.detail} />
  ) : (
    <ProblemBanner problem={problem} />
  )
