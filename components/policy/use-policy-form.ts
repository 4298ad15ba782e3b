'use client'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useViewer } from '@/components/access/viewer'
import { keyReads } from '@/components/api-keys/key-holder'
import { notify } from '@/components/feedback/notify'
import { useDraft } from '@/components/form/use-draft'
import { useLeaveGuard } from '@/components/form/use-leave-guard'
import { useSettled } from '@/components/members/use-settled'
import { useCommand } from '@/lib/client/use-command'
import type { PolicyField } from '@/lib/modules/policy/policy-rules'
import { changePolicyAction } from '@/lib/transport/actions/policy'
import { draftOf, fieldLabels, type PolicyDraft, readDraft } from './policy-draft'
import { type Policy, policyPreviewQuery } from './policy-queries'

type Held = { touched: Partial<PolicyDraft>; version: number }

/** The policy as it is typed, whom it would affect, and saving it. */
export function usePolicyForm(policy: Policy) {
  const { organizationId } = useViewer()
  const [held, setHeld] = useState<Held | null>(null)
  const draft = { ...draftOf(policy), ...held?.touched }
  const { changes, faults, fields } = readDraft(draft, policy)
  const dirty = held !== null && fields.length > 0
  useLeaveGuard(dirty)
  useDraft('policy', dirty ? { held: JSON.stringify(held) } : null, (kept) =>
    setHeld(JSON.parse(kept.held ?? 'null')),
  )
  const asked = useSettled(JSON.stringify(changes))
  const preview = useQuery({
    ...policyPreviewQuery(organizationId, JSON.parse(asked)),
    staleTime: 0,
  })
  const command = useCommand(changePolicyAction, {
    organizationId,
    invalidates: [
      'policy.read',
      'policy.preview',
      'event.list',
      'session.list_own',
      'invitation.preview',
      'api_key.policy',
      ...keyReads,
    ],
    onDone: () => {
      setHeld(null)
      notify.done('Saved. It holds from now on.')
    },
  })
  const { problem } = command
  const saved = new Map(
    problem?.errors?.map(({ pointer, detail }) => [pointer.split('/')[1], detail]),
  )
  const denied = new Map(preview.data?.denials.map(({ field, detail }) => [field, detail]))
  const save = (expectedVersion = held?.version) => {
    if (Object.keys(faults).length === 0) void command.run({ ...changes, expectedVersion })
  }
  return {
    draft,
    dirty,
    labels: fields.map((field) => fieldLabels[field]),
    preview: preview.data,
    previewError: preview.error,
    pending: command.pending,
    /** What has no field to stand at. */
    problem: problem?.errors ? null : problem,
    faultOf: (field: PolicyField) =>
      faults[field] ??
      (fields.includes(field) ? (denied.get(field) ?? saved.get(field)) : undefined),
    // The version that was on the screen when the first thing was changed: what comes after it is a conflict.
    change: (next: Partial<PolicyDraft>) => {
      command.reset()
      const version = held?.version ?? policy.version
      setHeld({ touched: { ...held?.touched, ...next }, version })
    },
    discard: () => {
      setHeld(null)
      command.reset()
    },
    save,
    // Their version comes with the refusal: what it changed may still be on its way to the screen.
    saveOver: () => save(Math.max(policy.version, Number(problem?.context?.present ?? 0))),
  }
}
export type PolicyForm = ReturnType<typeof usePolicyForm>
