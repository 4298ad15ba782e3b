'use client'
import { useViewer } from '@/components/access/viewer'
import { useConfirm } from '@/components/feedback/confirm'
import { notify } from '@/components/feedback/notify'
import { Time } from '@/components/ui/time'
import { useCommand } from '@/lib/client/use-command'
import { plural } from '@/lib/client/words'
import { isolated } from '@/lib/domain/isolated'
import type { ServiceAccount } from '@/lib/modules/service-accounts/service-account'
import {
  disableServiceAccountAction,
  enableServiceAccountAction,
} from '@/lib/transport/actions/service-accounts'
import { accountReads, holderReads } from './account-queries'

/** Disables and enables a service account, after saying what that means. */
export function useAccountState() {
  const { organizationId } = useViewer()
  const confirm = useConfirm()
  const options = { organizationId, invalidates: [...accountReads, ...holderReads] }
  const disable = useCommand(disableServiceAccountAction, options)
  const enable = useCommand(enableServiceAccountAction, options)
  const say = (verb: string, { name }: ServiceAccount) =>
    notify.done(
      <>
        {verb} <bdi className="font-medium">{name}</bdi>
      </>,
    )
  return {
    async disable(account: ServiceAccount) {
      const done = await confirm({
        title: `Disable ${isolated(account.name)}?`,
        groups: [
          {
            kind: 'ends',
            body: `${plural(account.keys, 'key')} ${account.keys === 1 ? 'is' : 'are'} refused from the next request on.`,
          },
          ...(account.lastUsedAt && account.keys > 0 ? [breaks(account.lastUsedAt)] : []),
          {
            kind: 'stays',
            title: 'Waits',
            body: 'Keys and roles. Enabled, it has exactly the same again.',
          },
        ],
        verb: 'Disable',
        pendingVerb: 'Disabling…',
        tone: 'destructive',
        action: () => disable.run({ accountId: account.id }),
      })
      if (done) say('Disabled', account)
    },
    async enable(account: ServiceAccount) {
      const done = await confirm({
        title: `Enable ${isolated(account.name)}?`,
        body: `${plural(account.keys, 'live key')} and all roles work again at once, as they were.`,
        verb: 'Enable',
        pendingVerb: 'Enabling…',
        tone: 'primary',
        action: () => enable.run({ accountId: account.id }),
      })
      if (done) say('Enabled', account)
    },
  }
}

const breaks = (lastUsedAt: string) => ({
  kind: 'breaks' as const,
  body: (
    <>
      Every program that still sends one. Last used: <Time at={lastUsedAt} />.
    </>
  ),
})
