import { Banner } from '@/components/feedback/banner'
import { Button } from '@/components/ui/button'

type Props = { pending: boolean; onKeepTheirs: () => void; onSaveMine: () => void }

/** Another owner saved the policy first: theirs is what is stored now. */
export const PolicyConflict = ({ pending, onKeepTheirs, onSaveMine }: Props) => (
  <Banner tone="warning" title="Somebody else changed the policy first" className="mt-4">
    <p>Nothing of yours was saved. What you did not touch shows their values now.</p>
    <div className="mt-2 flex gap-2">
      <Button size="small" onClick={onKeepTheirs}>
        Keep theirs
      </Button>
      <Button
        size="small"
        variant="primary"
        pending={pending}
        pendingLabel="Saving…"
        onClick={onSaveMine}
      >
        Save mine
      </Button>
    </div>
  </Banner>
)
