'use client'
import { useRef, useState } from 'react'
import { useViewer } from '@/components/access/viewer'
import { notify } from '@/components/feedback/notify'
import { useDraft } from '@/components/form/use-draft'
import { useLeaveGuard } from '@/components/form/use-leave-guard'
import { useCommand } from '@/lib/client/use-command'
import { renameOrganizationAction } from '@/lib/transport/actions/organizations'
import type { Details } from './details'

/** The name as it is typed, what it was made from, and saving it. */
export function useRename({ name: stored, version }: Details) {
  const { organizationId } = useViewer()
  const [typed, setTyped] = useState<{ name: string; version: number } | null>(null)
  const input = useRef<HTMLInputElement>(null)
  // The buttons go with what was typed: the focus goes on where the name is.
  const settle = () => {
    setTyped(null)
    input.current?.focus()
  }
  const command = useCommand(renameOrganizationAction, {
    organizationId,
    invalidates: ['organization.details', 'organization.current'],
    onDone: ({ name }) => {
      settle()
      notify.done(
        <>
          Saved. The organization is now <bdi className="font-medium">{name}</bdi>.
        </>,
      )
    },
  })
  const dirty = typed !== null && typed.name !== stored
  useLeaveGuard(dirty)
  // The version comes along: what somebody saved meanwhile is still a conflict.
  const kept = typed && { name: typed.name, version: `${typed.version}` }
  useDraft('organization-name', dirty ? kept : null, (draft) =>
    setTyped({ name: draft.name ?? '', version: Number(draft.version) }),
  )
  const discard = () => {
    settle()
    command.reset()
  }
  const save = (expectedVersion = typed?.version) =>
    typed && command.run({ name: typed.name, expectedVersion })
  return {
    input,
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
