'use client'
import { useId, useState } from 'react'
import { useViewer } from '@/components/access/viewer'
import { notify } from '@/components/feedback/notify'
import { ProblemBanner } from '@/components/feedback/problem-banner'
import { FieldError } from '@/components/form/field'
import { SettingsRow } from '@/components/settings/settings-row'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { useCommand } from '@/lib/client/use-command'
import { useLeaveWarning } from '@/lib/client/use-leave-warning'
import { renameAccountAction } from '@/lib/transport/actions/account'

/** One's own name; the button comes when there is something to save. */
export function AccountName() {
  const { organizationId, name: stored } = useViewer()
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const command = useCommand(renameAccountAction, {
    organizationId,
    invalidates: ['organization.current', 'member.list', 'member.get', 'member.profile'],
    onDone: () => {
      setTyped(null)
      notify.done('Saved your name')
    },
  })
  const dirty = typed !== null && typed !== stored
  useLeaveWarning(dirty)
  const fault = command.problem?.errors?.[0]?.detail
  const discard = () => {
    setTyped(null)
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
          if (dirty) void command.run({ name: typed })
        }}
      >
        <Input
          id={id}
          dir="auto"
          autoComplete="name"
          maxLength={200}
          value={typed ?? stored}
          onChange={(event) => setTyped(event.target.value)}
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
      {command.problem && !fault && <ProblemBanner problem={command.problem} className="mt-2" />}
    </SettingsRow>
  )
}
