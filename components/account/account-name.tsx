'use client'
import { useId, useRef, useState } from 'react'
import { useViewer } from '@/components/access/viewer'
import { notify } from '@/components/feedback/notify'
import { ProblemBanner } from '@/components/feedback/problem-banner'
import { FieldError } from '@/components/form/field'
import { useDraft } from '@/components/form/use-draft'
import { useLeaveGuard } from '@/components/form/use-leave-guard'
import { NameConflict } from '@/components/settings/name-conflict'
import { SettingsRow } from '@/components/settings/settings-row'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { useCommand } from '@/lib/client/use-command'
import { renameAccountAction } from '@/lib/transport/actions/account'

/** One's own name; the button comes when there is something to save. */
export function AccountName() {
  const { organizationId, name: stored } = useViewer()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  // `was`: the name that the typing began with, so that a change from another tab is not written over.
  const [draft, setDraft] = useState<{ text: string; was: string } | null>(null)
  const typed = draft?.text ?? null
  const settle = () => {
    setDraft(null)
    input.current?.focus()
  }
  const command = useCommand(renameAccountAction, {
    organizationId,
    invalidates: ['organization.current', 'member.list', 'member.get', 'member.profile'],
    onDone: () => {
      settle()
      notify.done('Saved your name')
    },
  })
  const dirty = typed !== null && typed !== stored
  useLeaveGuard(dirty)
  useDraft('account-name', dirty ? draft : null, ({ text = '', was = '' }) =>
    setDraft({ text, was }),
  )
  const fault = command.problem?.errors?.[0]?.detail
  const stale = command.problem?.code === 'stale' ? command.problem : null
  const save = (was?: string) => draft && command.run({ name: draft.text, was: was ?? draft.was })
  const discard = () => {
    settle()
    command.reset()
  }
  return (
    <SettingsRow
      label="Name"
      htmlFor={id}
      about="What others see, in every organization you are in."
    >
      <form
        noValidate
        className="flex flex-wrap gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          if (dirty) void save()
        }}
      >
        <Input
          ref={input}
          id={id}
          dir="auto"
          autoComplete="name"
          maxLength={200}
          value={typed ?? stored}
          onChange={(event) => setDraft({ text: event.target.value, was: draft?.was ?? stored })}
          aria-invalid={fault ? true : undefined}
          aria-describedby={`${id}note`}
          className="min-w-48 flex-1"
        />
        {dirty && (
          <>
            <Button onClick={discard}>Discard</Button>
            <Button
              type="submit"
              variant="primary"
              pending={command.pending}
              pendingLabel="Saving…"
            >
              Save
            </Button>
          </>
        )}
      </form>
      <div id={`${id}note`} aria-live="polite" className="mt-1.5 text-xs empty:hidden">
        {fault && <FieldError>{fault}</FieldError>}
      </div>
      {stale && (
        <NameConflict
          own
          problem={stale}
          yours={typed ?? stored}
          pending={command.pending}
          onKeepTheirs={discard}
          onSaveMine={() => void save(String(stale.context?.name))}
        />
      )}
      {command.problem && !fault && !stale && (
        <ProblemBanner problem={command.problem} className="mt-2" />
      )}
    </SettingsRow>
  )
}
