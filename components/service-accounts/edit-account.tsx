'use client'
import { useForm } from 'react-hook-form'
import { useViewer } from '@/components/access/viewer'
import { notify } from '@/components/feedback/notify'
import { FormDialog } from '@/components/form/form-dialog'
import { useProblemErrors } from '@/components/form/use-problem-errors'
import { useCommand } from '@/lib/client/use-command'
import type { ServiceAccount } from '@/lib/modules/service-accounts/service-account'
import { changeServiceAccountAction } from '@/lib/transport/actions/service-accounts'
import { AccountFields } from './account-fields'
import { accountReads, holderReads } from './account-queries'

type Props = { account: ServiceAccount; onClose: () => void }

/** The dialog `?edit=ide_…`: another name brings another email; keys and roles stay. */
export function EditAccount({ account, onClose }: Props) {
  const { organizationId } = useViewer()
  const { id: accountId, name, description, version: expectedVersion } = account
  const change = useCommand(changeServiceAccountAction, {
    organizationId,
    invalidates: [...accountReads, ...holderReads],
    onDone: (after) => {
      notify.done(
        <>
          Saved <bdi className="font-medium">{after.name}</bdi>
        </>,
      )
      onClose()
    },
  })
  const form = useForm({ mode: 'onTouched', defaultValues: { name, description } })
  const rest = useProblemErrors(form, change.problem)
  const renamed = form.watch('name').trim() !== name
  return (
    <FormDialog
      open
      inAddress
      title="Rename or describe"
      description="IDs, keys and roles stay as they are."
      onClose={onClose}
      onSubmit={form.handleSubmit(
        (values) => void change.run({ accountId, expectedVersion, ...values }),
      )}
      error={rest}
      pending={change.pending}
      dirty={form.formState.isDirty}
      submitLabel="Save"
      pendingLabel="Saving…"
      note={renamed && 'Who finds it by its email needs the new one.'}
    >
      <AccountFields form={form} />
    </FormDialog>
  )
}
