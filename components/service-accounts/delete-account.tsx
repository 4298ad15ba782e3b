'use client'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useViewer } from '@/components/access/viewer'
import { notify } from '@/components/feedback/notify'
import { FormDialog } from '@/components/form/form-dialog'
import { TypedName } from '@/components/form/typed-name'
import { type Heirs, handedWords, handOverInput } from '@/components/members/heirs'
import { Skeleton } from '@/components/ui/skeleton'
import { problemOf } from '@/lib/client/problem-error'
import { consoleQuery } from '@/lib/client/query'
import { useCommand } from '@/lib/client/use-command'
import { isolated } from '@/lib/domain/isolated'
import type { LeftBehind } from '@/lib/modules/members/left-behind'
import { isTypedName } from '@/lib/modules/organizations/organization-rules'
import type { ServiceAccount } from '@/lib/modules/service-accounts/service-account'
import { deleteServiceAccountAction } from '@/lib/transport/actions/service-accounts'
import { accountReads, type DeletionPreview, holderReads } from './account-queries'
import { DeletionConsequences } from './deletion-consequences'

type Props = { account: ServiceAccount; onClose: () => void }

/** The dialog `?remove=ide_…`: what breaks and what goes, and its name typed before the button works. */
export function DeleteAccount({ account, onClose }: Props) {
  const { organizationId } = useViewer()
  const router = useRouter()
  const [typed, setTyped] = useState('')
  const [heirs, setHeirs] = useState<Heirs>({})
  const { id: accountId, name } = account
  const anew = { staleTime: 0, placeholderData: undefined }
  const preview = useQuery({
    ...consoleQuery<DeletionPreview>(organizationId, 'service_account.preview_deletion', {
      accountId,
    }),
    ...anew,
  })
  const left = useQuery({
    ...consoleQuery<{ left: LeftBehind }>(organizationId, 'member.preview_removal', {
      memberId: accountId,
    }),
    ...anew,
  })
  const command = useCommand(deleteServiceAccountAction, {
    organizationId,
    // Not the reads of the account itself: its page may be open, and is being left.
    invalidates: [...accountReads, ...holderReads].filter((read) => !/\.(get|preview)/.test(read)),
    onDone: () => {
      notify.done(
        <>
          Deleted <bdi className="font-medium">{name}</bdi>
        </>,
      )
      router.replace('/service-accounts')
    },
  })
  const failed = preview.error ?? left.error
  const problem = command.problem ?? (failed && problemOf(failed))
  const fault = command.problem?.errors?.find(({ pointer }) => pointer === '#/typed')?.detail
  const ready = preview.data && left.data
  const reason = !ready
    ? 'One moment: what goes with it is being read.'
    : isTypedName(typed, name)
      ? null
      : 'Type the name of the account first.'
  const handed = handedWords(heirs)
  return (
    <FormDialog
      open
      inAddress
      size="large"
      onClose={onClose}
      title={`Delete ${isolated(name)}?`}
      description="Nothing brings it back. To stop it for a while, disable it."
      error={fault ? null : problem}
      pending={command.pending}
      dirty={false}
      submitTone="destructive"
      submitLabel={handed ? `Delete and hand over ${handed}` : 'Delete account'}
      pendingLabel="Deleting…"
      submitReason={reason}
      note={reason}
      onSubmit={() => void command.run({ accountId, typed, handOver: handOverInput(heirs) })}
    >
      {preview.data && left.data ? (
        <DeletionConsequences
          preview={preview.data}
          left={left.data.left}
          heirs={heirs}
          onHeirs={setHeirs}
        />
      ) : (
        <Skeleton className="h-44 rounded-lg" />
      )}
      <TypedName name={name} typed={typed} onType={setTyped} error={fault} />
    </FormDialog>
  )
}
