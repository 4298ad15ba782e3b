'use client'
import { Button } from '@/components/ui/button'
import { DialogFooter } from '@/components/ui/dialog'
import { sentence } from '@/lib/client/words'
import { roleLabels } from '@/lib/domain/roles'
import { limitsSaid } from './limit-words'
import { type Choice, limitsChange, roleChanges } from './role-choice'
import type { useChangeRole } from './use-change-role'

const nothing = 'Nothing is changed yet.'
const working = 'What changes is being worked out.'

type Props = {
  choice: Choice | null
  locked: string | null
  /** What changes is not known yet. */
  waiting: boolean
  change: ReturnType<typeof useChangeRole>
  onClose: () => void
}

export function ManageAccessFooter({ choice, locked, waiting, change, onClose }: Props) {
  // The conflict box has the buttons then.
  if (change.problem?.code === 'stale') return null
  return (
    <DialogFooter note={choice ? noteOf(choice) : !locked && nothing}>
      <Button onClick={onClose}>Cancel</Button>
      <Button
        variant="primary"
        pending={change.pending}
        pendingLabel="Saving…"
        disabledReason={locked ?? (choice ? waiting && working : nothing)}
        onClick={() => choice && change.save(choice)}
      >
        Save
      </Button>
    </DialogFooter>
  )
}

function noteOf(choice: Choice) {
  const { role, limits, base } = choice
  const parts = [
    roleChanges(choice) && `${roleLabels[base.role]} becomes ${roleLabels[role].toLowerCase()}`,
    limitsChange(choice) && `${limitsSaid(base.limits)} becomes ${limitsSaid(limits)}`,
  ]
  return sentence(parts.filter((part) => part !== false).join('; '))
}
