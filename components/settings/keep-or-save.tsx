import { Button } from '@/components/ui/button'

type Props = {
  pending: boolean
  keep?: string
  save?: string
  onKeep: () => void
  onSave: () => void
}

/** The choice of whoever was second: what is stored, or what they typed. */
export const KeepOrSave = ({
  pending,
  keep = 'Keep theirs',
  save = 'Save mine',
  onKeep,
  onSave,
}: Props) => (
  <div className="mt-2 flex gap-2">
    <Button size="small" onClick={onKeep}>
      {keep}
    </Button>
    <Button
      size="small"
      variant="primary"
      pending={pending}
      pendingLabel="Saving…"
      onClick={onSave}
    >
      {save}
    </Button>
  </div>
)
