'use client'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useViewer } from '@/components/access/viewer'
import { Button } from '@/components/ui/button'
import { Dialog, DialogFooter } from '@/components/ui/dialog'
import { problemOf } from '@/lib/client/problem-error'
import { consoleQuery } from '@/lib/client/query'
import { plural } from '@/lib/client/words'
import type { OrganizationRole } from '@/lib/domain/roles'
import { BulkDialogBody } from './bulk-dialog-body'
import { type BulkVerb, type ManyPreview, nobodyWords, verbWords } from './bulk-verbs'
import type { MemberSelectionInput } from './selection-input'
import { useStart } from './use-start'

type Props = {
  verb: BulkVerb
  selection: MemberSelectionInput
  onClose: () => void
  onStarted: () => void
}

const pendingLabel = 'Starting…'

/** One verb for many: what happens and who is left out, by the rules that decide each of them later. */
export function BulkDialog({ verb, selection, onClose, onStarted }: Props) {
  const { organizationId, organizationName } = useViewer()
  const [role, setRole] = useState<OrganizationRole | null>(null)
  // The size is known before the role is chosen; what it changes only after.
  const given = role ?? 'collaborator'
  const input = { selection, verb, ...(verb === 'change_role' && { role: given }) }
  const read = useQuery({
    ...consoleQuery<ManyPreview>(organizationId, 'member.preview_many', input),
    staleTime: 0,
  })
  const chosen = verb !== 'change_role' || role !== null
  const start = useStart(verb, onStarted)
  const preview = read.data
  const stale = read.isPlaceholderData
  const close = () => !start.pending && onClose()
  const title = !preview ? 'One moment' : titleOf(verb, preview, given)
  return (
    <Dialog
      alert
      open
      size="large"
      onOpenChange={close}
      title={title}
      description={
        <>
          In <bdi>{organizationName}</bdi>. Each is checked again when it is done; who is left out
          then is listed with the reason.
        </>
      }
      footer={
        <DialogFooter>
          <Button data-autofocus onClick={close}>
            Cancel
          </Button>
          {preview && (preview.fits > 0 || !chosen) && (
            <Button
              variant={verb === 'change_role' || verb === 'restore' ? 'primary' : 'destructive'}
              pending={start.pending}
              pendingLabel={pendingLabel}
              disabledReason={reasonOf(chosen, stale)}
              onClick={() => start.run({ selection, role: given })}
            >
              {chosen ? verbWords(verb, preview.fits, given) : 'Change role'}
            </Button>
          )}
        </DialogFooter>
      }
    >
      <BulkDialogBody
        verb={verb}
        preview={preview}
        chosen={chosen}
        stale={stale}
        role={role}
        onRole={setRole}
        problem={start.problem}
        failed={read.error && problemOf(read.error)}
        onRetry={() => read.refetch()}
      />
    </Dialog>
  )
}

function reasonOf(chosen: boolean, stale: boolean): string | null {
  if (!chosen) return 'Choose a role first.'
  return stale ? 'One moment: what changes is being read.' : null
}

function titleOf(verb: BulkVerb, { fits, total }: ManyPreview, role: OrganizationRole): string {
  if (verb === 'change_role') return `Change the role of ${plural(total, 'person', 'people')}?`
  return fits === 0 ? nobodyWords[verb] : `${verbWords(verb, fits, role)}?`
}
