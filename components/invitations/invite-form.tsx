'use client'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useViewer } from '@/components/access/viewer'
import { Field, FieldGroup } from '@/components/form/field'
import { FormDialog } from '@/components/form/form-dialog'
import { useDraft } from '@/components/form/use-draft'
import { roleOptions } from '@/components/members/role-words'
import { useSettled } from '@/components/members/use-settled'
import { RadioCards } from '@/components/ui/radio-cards'
import { useCommand } from '@/lib/client/use-command'
import { plural } from '@/lib/client/words'
import type { OrganizationRole } from '@/lib/domain/roles'
import { sendInvitationsAction } from '@/lib/transport/actions/invitations'
import { AddressField } from './address-field'
import { AddressNotes } from './address-notes'
import { add, askable, emailIn, keyOf, marksOf, none, remove, sendable } from './addresses'
import { LimitsNote } from './limits-note'
import { previewQuery } from './preview'
import type { SendAnswer } from './send-answer'

type Props = {
  onClose: () => void
  onSent: (answer: SendAnswer) => void
}

export function InviteForm({ onClose, onSent }: Props) {
  const { organizationId } = useViewer()
  const [list, setList] = useState(none)
  const [draft, setDraft] = useState('')
  const [role, setRole] = useState<OrganizationRole>('collaborator')
  const [empty, setEmpty] = useState(false)
  const notes = useId()
  const asked = useSettled(askable(list.entries).join(' '))
  const emails = asked ? asked.split(' ') : []
  const { data: preview } = useQuery(previewQuery(organizationId, { emails }))
  const send = useCommand(sendInvitationsAction, {
    organizationId,
    invalidates: ['invitation.list', 'invitation.preview'],
    onDone: onSent,
  })

  const marks = marksOf(list.entries, preview)
  const typed = emailIn(draft)
  const counted = new Map(marks)
  if (typed && !marks.has(typed)) counted.set(typed, null)
  const count = sendable(counted, preview?.limits)
  const mailed = preview?.delivery === 'mail'

  const change = (next: typeof list, rest = '') => {
    setList(next)
    setDraft(rest)
    setEmpty(false)
  }
  const submit = () => {
    const all = add(list, draft)
    change(all)
    if (all.entries.length === 0) return setEmpty(true)
    // What was still being typed is not an address: say so before anything goes out.
    if (draft.trim() && !typed) return
    void send.run({ addresses: all.entries.map(keyOf), role })
  }
  const dirty = list.entries.length > 0 || draft.trim() !== ''
  const kept = { addresses: list.entries.map(keyOf).join('\n'), draft, role }
  useDraft('invite', dirty ? kept : null, (was) => {
    change(add(none, was.addresses ?? ''), was.draft)
    if (was.role === 'owner') setRole(was.role)
  })
  const noOne = count === 0 && list.entries.length > 0

  return (
    <FormDialog
      open
      inAddress
      size="large"
      title="Invite people"
      description={`Each person gets a link that works once, for ${plural(preview?.limits.lifetimeDays ?? 7, 'day')}.`}
      onClose={onClose}
      onSubmit={submit}
      error={send.problem}
      pending={send.pending}
      dirty={dirty}
      submitLabel={submitWords(count, mailed)}
      pendingLabel={mailed ? 'Sending…' : 'Making links…'}
      submitReason={noOne && 'None of these addresses can be invited now.'}
      note={preview && <LimitsNote limits={preview.limits} />}
    >
      <div className="flex flex-col gap-1.5">
        <Field label="Email addresses" error={empty ? 'Enter at least one address.' : undefined}>
          {(control) => (
            <AddressField
              control={{
                ...control,
                'aria-describedby': `${notes} ${control['aria-describedby'] ?? ''}`.trim(),
              }}
              entries={list.entries}
              marks={marks}
              draft={draft}
              onDraft={(text) => change(list, text)}
              onAdd={(text) => change(add(list, text))}
              onRemove={(key) => change(remove(list, key), draft)}
            />
          )}
        </Field>
        <AddressNotes id={notes} list={list} marks={marks} preview={preview} />
      </div>
      <FieldGroup label="Organization role">
        {(group) => (
          <RadioCards {...group} value={role} onValueChange={setRole} options={roleOptions} />
        )}
      </FieldGroup>
    </FormDialog>
  )
}

const submitWords = (count: number, mailed: boolean) => {
  if (count === 0) return mailed ? 'Send invites' : 'Make links'
  return mailed ? `Send ${plural(count, 'invite')}` : `Make ${plural(count, 'link')}`
}
