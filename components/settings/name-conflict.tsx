import { Banner } from '@/components/feedback/banner'
import { Button } from '@/components/ui/button'
import type { ProblemBody } from '@/lib/domain/problems'

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
    <div className="mt-2 flex gap-2">
      <Button size="small" onClick={on.onKeepTheirs}>
        {own ? 'Keep that one' : 'Keep theirs'}
      </Button>
      <Button
        size="small"
        variant="primary"
        pending={pending}
        pendingLabel="Saving…"
        onClick={() => on.onSaveMine(Number(problem.context?.present))}
      >
        {own ? 'Save this one' : 'Save mine'}
      </Button>
    </div>
  </Banner>
)
