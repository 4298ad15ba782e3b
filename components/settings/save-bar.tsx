import { Button } from '@/components/ui/button'
import { plural } from '@/lib/client/words'

type Props = {
  /** Names of the fields that differ from what is stored. */
  fields: readonly string[]
  pending: boolean
  onDiscard: () => void
}

/** At the foot of a page of settings while something is not saved; inside the form it saves. */
export function SaveBar({ fields, pending, onDiscard }: Props) {
  if (fields.length === 0) return null
  return (
    <footer className="flex shrink-0 flex-wrap items-center gap-x-4 gap-y-2 border-t bg-sunken px-(--gutter) py-2.5">
      <p role="status" className="flex min-w-0 flex-1 items-center gap-2">
        <span aria-hidden className="size-1.5 shrink-0 rounded-full bg-warning-mark" />
        <span>
          {plural(fields.length, 'unsaved change')}:{' '}
          <span className="font-medium">{fields.join(', ')}</span>
        </span>
      </p>
      <div className="flex gap-2">
        <Button variant="ghost" onClick={onDiscard}>
          Discard
        </Button>
        <Button type="submit" variant="primary" pending={pending} pendingLabel="Saving…">
          Save
        </Button>
      </div>
    </footer>
  )
}
