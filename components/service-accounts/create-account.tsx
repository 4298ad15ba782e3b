'use client'
import { useRouter } from 'next/navigation'
import { useForm } from 'react-hook-form'
import { useViewer } from '@/components/access/viewer'
import { notify } from '@/components/feedback/notify'
import { FormDialog } from '@/components/form/form-dialog'
import { useProblemErrors } from '@/components/form/use-problem-errors'
import { memberHref } from '@/components/members/member-href'
import { useCommand } from '@/lib/client/use-command'
import { createServiceAccountAction } from '@/lib/transport/actions/service-accounts'
import { AccountFields } from './account-fields'
import { accountReads, holderReads } from './account-queries'

/** The dialog `?create=1`: its page opens next, for a key and roles. */
export function CreateAccount({ onClose }: { onClose: () => void }) {
  const { organizationId } = useViewer()
  const router = useRouter()
  const create = useCommand(createServiceAccountAction, {
    organizationId,
    invalidates: [...accountReads, ...holderReads],
    onDone: ({ id, name }) => {
      notify.done(
        <>
          Created <bdi className="font-medium">{name}</bdi>
        </>,
      )
      router.replace(memberHref({ id, kind: 'service_account' }))
    },
  })
  const form = useForm({ mode: 'onTouched', defaultValues: { name: '', description: '' } })
  const rest = useProblemErrors(form, create.problem)
  return (
    <FormDialog
      open
      inAddress
      title="Create service account"
      description="An identity for a pipeline or another program. Nobody signs in with it."
      onClose={onClose}
      onSubmit={form.handleSubmit((values) => void create.run(values))}
      error={rest}
      pending={create.pending}
      dirty={form.formState.isDirty}
      submitLabel="Create account"
      pendingLabel="Creating…"
      note="Keys and roles are next, on its page."
    >
      <AccountFields form={form} />
      <p className="text-muted-foreground text-xs">
        Always a collaborator. A service account can’t become an owner.
      </p>
    </FormDialog>
  )
}
