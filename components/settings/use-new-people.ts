'use client'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useViewer } from '@/components/access/viewer'
import { notify } from '@/components/feedback/notify'
import { useLeaveGuard } from '@/components/form/use-leave-guard'
import { policyQuery } from '@/components/policy/policy-queries'
import { useCommand } from '@/lib/client/use-command'
import { changePolicyAction } from '@/lib/transport/actions/policy'

/** Whether new people may only look, as it is set on the page, and saving it. */
export function useNewPeople() {
  const { organizationId } = useViewer()
  const { data } = useQuery(policyQuery(organizationId))
  const [chosen, setChosen] = useState<boolean | null>(null)
  const stored = data?.defaultCloudAccess === 'read_only'
  const command = useCommand(changePolicyAction, {
    organizationId,
    invalidates: ['policy.read', 'event.list'],
    onDone: () => {
      setChosen(null)
      notify.done('Saved the default access of new people')
    },
  })
  const readOnly = chosen ?? stored
  const dirty = readOnly !== stored
  useLeaveGuard(dirty)
  return {
    readOnly,
    dirty,
    set: setChosen,
    pending: command.pending,
    problem: command.problem,
    discard: () => {
      setChosen(null)
      command.reset()
    },
    save: () => command.run({ defaultCloudAccess: readOnly ? 'read_only' : 'collaborator' }),
  }
}
