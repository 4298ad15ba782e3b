'use client'
import { useQuery } from '@tanstack/react-query'
import { useViewer } from '@/components/access/viewer'
import { Contained } from '@/components/feedback/contained'
import { lazily } from '@/components/ui/lazily'
import type { ServiceAccount } from '@/lib/modules/service-accounts/service-account'
import { accountQuery } from './account-queries'
import { useAccountDialogs } from './use-account-dialogs'

const EditAccount = lazily(() => import('./edit-account').then((m) => m.EditAccount))
const DeleteAccount = lazily(() => import('./delete-account').then((m) => m.DeleteAccount))

type Props = { known: (id: string) => ServiceAccount | undefined }

/** What opens over an account, in the list and on its page, as the URL has it. */
export function AccountDialogs({ known }: Props) {
  const { organizationId } = useViewer()
  const { edit, remove, close } = useAccountDialogs()
  const id = edit ?? remove
  const shown = id ? known(id) : undefined
  const read = useQuery({
    ...accountQuery(organizationId, id ?? ''),
    enabled: id !== null && !shown,
    placeholderData: undefined,
  })
  const account = shown ?? read.data
  const present = account && !account.endedAt ? account : null
  return (
    <Contained onClose={close}>
      {edit && present && <EditAccount key={edit} account={present} onClose={close} />}
      {remove && present && <DeleteAccount key={remove} account={present} onClose={close} />}
    </Contained>
  )
}
