import { Button } from '@/components/ui/button'
import { CheckboxLine } from '@/components/ui/checkbox'
import { DialogFooter } from '@/components/ui/dialog'

type Props = {
  id: string
  /** "the key". */
  what: string
  stored: boolean
  onStored: (stored: boolean) => void
  onDone: () => void
}

/** Under what is shown this once: Done needs the word that it is stored. */
export const StoredFooter = ({ id, what, stored, onStored, onDone }: Props) => (
  <DialogFooter
    note={
      <CheckboxLine id={id} checked={stored} onCheckedChange={onStored}>
        <span className="text-sm">I have stored {what}</span>
      </CheckboxLine>
    }
  >
    <Button
      variant="primary"
      onClick={onDone}
      disabledReason={stored ? null : `Say first that you have stored ${what}.`}
    >
      Done
    </Button>
  </DialogFooter>
)
