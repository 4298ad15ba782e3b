'use client'
import { useState } from 'react'
import { useViewer } from '@/components/access/viewer'
import { useConfirm } from '@/components/feedback/confirm'
import { Button } from '@/components/ui/button'
import { lazily } from '@/components/ui/lazily'
import { useCommand } from '@/lib/client/use-command'
import { makeRecoveryCodesAction } from '@/lib/transport/actions/factors'
import { factorsRead } from './own-factors'

const RecoveryCodes = lazily(() => import('./recovery-codes').then((m) => m.RecoveryCodes))

/** How many recovery codes are left, and the way to new ones. */
export function RecoveryLine({ left }: { left: number }) {
  const { organizationId } = useViewer()
  const [codes, setCodes] = useState<string[] | null>(null)
  const confirm = useConfirm()
  const make = useCommand(makeRecoveryCodesAction, { organizationId, invalidates: [factorsRead] })
  const ask = () =>
    confirm({
      title: 'Make new recovery codes?',
      body: 'Those that you stored before work no more, at once.',
      verb: 'Make new codes',
      pendingVerb: 'Making…',
      tone: 'primary',
      action: async () => {
        const result = await make.run({})
        if (result.ok) setCodes(result.data.recoveryCodes)
        return result
      },
    })
  return (
    <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-b py-2.5">
      <p className="min-w-0 flex-1">
        <span className="font-medium text-foreground">Recovery codes</span>{' '}
        <span className={left <= 3 ? 'text-warning-text' : 'text-foreground-2'}>
          {left === 0 ? 'none left' : `${left} left`}
        </span>
      </p>
      <Button variant="link" onClick={ask}>
        Make new recovery codes…
      </Button>
      {codes && <RecoveryCodes codes={codes} onClose={() => setCodes(null)} />}
    </div>
  )
}
