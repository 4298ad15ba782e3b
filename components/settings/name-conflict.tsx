import { Banner } from '@/components/feedback/banner'
import { Button } from '@/components/ui/button'
import type { ProblemBody } from '@/lib/domain/problems'

type Props = {
  problem: ProblemBody
  yours: string
  pending: boolean
  onKeepTheirs: () => void
  onSaveMine: (presentVersion: number) => void
}

/** Another owner saved a name first: both, and the choice between them. */
export const NameConflict = ({ problem, yours, pending, onKeepTheirs, onSaveMine }: Props) => (
  <Banner tone="warning" title="Somebody else changed the name first" className="mt-2">
    <p>
      Theirs: <bdi className="font-medium">{problem.context?.name}</bdi>. Yours:{' '}
      <bdi className="font-medium">{yours}</bdi>.
    </p>
    <div className="mt-2 flex gap-2">
      <Button size="small" onClick={onKeepTheirs}>
        Keep theirs
      </Button>
      <Button
        size="small"
        variant="primary"
        pending={pending}
        pendingLabel="Saving…"
        onClick={() => onSaveMine(Number(problem.context?.present))}
      >
        Save mine
      </Button>
    </div>
  </Banner>
)
