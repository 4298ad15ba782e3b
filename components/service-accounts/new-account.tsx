'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Contained } from '@/components/feedback/contained'
import { notify } from '@/components/feedback/notify'
import { useGo } from '@/components/layout/use-go'
import { memberHref } from '@/components/members/member-href'
import { lazily } from '@/components/ui/lazily'
import type { CreatedAccount } from './use-create-account'

const CreateAccount = lazily(() => import('./create-account').then((m) => m.CreateAccount))
const KeyOnce = lazily(() => import('@/components/api-keys/key-once').then((m) => m.KeyOnce), {
  soon: true,
})

type Props = { open: boolean; onClose: () => void }

/**
 * The dialog that creates an account, then the one showing of its key, then its page. The key is kept in memory alone, so that a
 * reload never shows it again.
 */
export function NewAccount({ open, onClose }: Props) {
  const router = useRouter()
  const go = useGo()
  const [created, setCreated] = useState<CreatedAccount | null>(null)
  const hrefOf = ({ account: { id } }: CreatedAccount) =>
    memberHref({ id, kind: 'service_account' })
  const done = (next: CreatedAccount) => {
    if (next.complete) {
      notify.done(
        <>
          Created <bdi className="font-medium">{next.account.name}</bdi>
        </>,
      )
    }
    if (!next.key) return router.replace(hrefOf(next))
    setCreated(next)
    onClose()
  }
  if (created?.key) {
    return (
      <KeyOnce
        made={created.key}
        account={created.account}
        holds={created.holds}
        onClose={() => {
          setCreated(null)
          go(hrefOf(created))
        }}
      />
    )
  }
  return (
    <Contained onClose={onClose}>
      {open && <CreateAccount onClose={onClose} onDone={done} />}
    </Contained>
  )
}

NewAccount.load = CreateAccount.load
