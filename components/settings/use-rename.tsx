'use client'
import { useState } from 'react'
import { useViewer } from '@/components/access/viewer'
import { notify } from '@/components/feedback/notify'
import { useCommand } from '@/lib/client/use-command'
import { useLeaveWarning } from '@/lib/client/use-leave-warning'
import { renameOrganizationAction } from '@/lib/transport/actions/organizations'
import type { Details } from './details'

/** The name as it is typed, what it was made from, and saving it. */
export function useRename({ name: stored, version }: Details) {
  const { organizationId } = useViewer()
  const [typed, setTyped] = useState<{ name: string; version: number } | null>(null)
  const command = useCommand(renameOrganizationAction, {
    organizationId,
    invalidates: ['organization.details', 'organization.current'],
    onDone: ({ name }) => {
      setTyped(null)
      notify.done(
        <>
          Saved. The organization is now <bdi className="font-medium">{name}</bdi>.
        </>,
      )
    },
  })
  const dirty = typed !== null && typed.name !== stored
  useLeaveWarning(dirty)
  const discard = () => {
    setTyped(null)
    command.reset()
  }
  const save = (expectedVersion = typed?.version) =>
    typed && command.run({ name: typed.name, expectedVersion })
  return {
    value: typed?.name ?? stored,
    dirty,
    // The version that was on the screen when typing began: what comes after it is a conflict.
    type: (name: string) => setTyped({ name, version: typed?.version ?? version }),
    save,
    discard,
    pending: command.pending,
    problem: command.problem,
  }
}
