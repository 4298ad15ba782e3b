'use client'
import { MenuEntries } from '@/components/menu/menu-entries'
import type { ServiceAccount } from '@/lib/modules/service-accounts/service-account'
import { accountActions } from './account-actions'
import type { useAccountDialogs } from './use-account-dialogs'
import { useAccountState } from './use-account-state'

type Props = {
  account: ServiceAccount
  open?: (account: ServiceAccount) => void
  show: ReturnType<typeof useAccountDialogs>['show']
}

export function AccountMenu({ account, open, show }: Props) {
  const { disable, enable } = useAccountState()
  const actions = accountActions({
    ...(open && { open }),
    edit: ({ id }) => show({ edit: id }),
    disable: (row) => void disable(row),
    enable: (row) => void enable(row),
    remove: ({ id }) => show({ remove: id }),
  })
  return <MenuEntries actions={actions} row={account} />
}
