'use client'
import { CirclePause, CirclePlay, Pencil } from 'lucide-react'
import { useDenial } from '@/components/access/viewer'
import { PageHeader } from '@/components/layout/page'
import { RowMenu } from '@/components/menu/row-menu'
import { Button } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import type { ServiceAccount } from '@/lib/modules/service-accounts/service-account'
import { AccountAvatar } from './account-columns'
import { AccountMenu } from './account-menu'
import { useAccountDialogs } from './use-account-dialogs'
import { useAccountState } from './use-account-state'

type Props = { account: ServiceAccount }

/** What it is, whether it works, and what may be done. */
export const AccountHeader = ({ account }: Props) => (
  <PageHeader
    title={account.name}
    crumb={{ label: 'Service accounts', href: '/service-accounts' }}
    leading={<AccountAvatar account={account} size={44} />}
    aside={
      account.endedAt ? (
        <Chip>Deleted</Chip>
      ) : (
        account.disabledAt && <Chip tone="warning">Disabled</Chip>
      )
    }
    description={
      account.description ? (
        <bdi className="[overflow-wrap:anywhere]">{account.description}</bdi>
      ) : (
        <span className="text-muted-foreground">Nobody said what it is for.</span>
      )
    }
    api={{
      method: 'GET',
      path: `/api/gatehouse/v1/service-accounts/${account.id}`,
      note: 'Below it are oauth-client, client-keys/ (public keys) and trust-rules/.',
    }}
    actions={!account.endedAt && <Actions account={account} />}
  />
)

function Actions({ account }: Props) {
  const reason = useDenial()('service_account.change')
  const { show } = useAccountDialogs()
  const { disable, enable } = useAccountState()
  return (
    <>
      <Button icon={<Pencil />} disabledReason={reason} onClick={() => show({ edit: account.id })}>
        Edit
      </Button>
      {account.disabledAt ? (
        <Button
          variant="primary"
          icon={<CirclePlay />}
          disabledReason={reason}
          onClick={() => void enable(account)}
        >
          Enable…
        </Button>
      ) : (
        <Button
          icon={<CirclePause />}
          disabledReason={reason}
          onClick={() => void disable(account)}
        >
          Disable…
        </Button>
      )}
      <RowMenu
        outlined
        entries={<AccountMenu account={account} show={show} />}
        label={`Actions for ${account.name}`}
      />
    </>
  )
}
