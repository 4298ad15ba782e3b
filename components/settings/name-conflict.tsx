import { Banner } from '@/components/feedback/banner'
import type { ProblemBody } from '@/lib/domain/problems'
import { KeepOrSave } from './keep-or-save'

type Props = {
  problem: ProblemBody
  yours: string
  pending: boolean
  onKeepTheirs: () => void
  /** It was one’s own change, in another tab. */
  own?: boolean
  onSaveMine: (presentVersion: number) => void
}

/** Another owner saved a name first: both, and the choice between them. */
export const NameConflict = ({ problem, yours, own, pending, ...on }: Props) => (
  <Banner
    tone="warning"
    title={own ? 'You changed your name elsewhere first' : 'Somebody else changed the name first'}
    className="mt-2"
  >
    <p>
      {own ? 'There' : 'Theirs'}: <bdi className="font-medium">{problem.context?.name}</bdi>.{' '}
      {own ? 'Here' : 'Yours'}: <bdi className="font-medium">{yours}</bdi>.
    </p>
    <KeepOrSave
      pending={pending}
      {...(own && { keep: 'Keep that one', save: 'Save this one' })}
      onKeep={on.onKeepTheirs}
      onSave={() => on.onSaveMine(Number(problem.context?.present))}
    />
  </Banner>
)
