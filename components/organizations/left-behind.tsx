'use client'
import { ArrowLeftRight } from 'lucide-react'
import { useViewer } from '@/components/access/viewer'
import { Banner } from '@/components/feedback/banner'
import { Button } from '@/components/ui/button'
import { keepDrafts } from '@/lib/client/drafts'
import { leaveForGood } from '@/lib/client/leaving'
import { elsewhereNow } from '@/lib/client/page-alert'
import { isolated } from '@/lib/domain/isolated'
import { useSwitch } from './use-switch'

const wrap =
  'h-auto min-h-7 min-w-0 max-w-full shrink whitespace-normal py-1 text-left [overflow-wrap:anywhere] max-sm:h-auto max-sm:min-h-11'

/** This page was made for one organization, and another tab switched to another one: back, or on. */
export function LeftBehind() {
  const { organizationId, organizationName } = useViewer()
  const { run, pending, problem } = useSwitch()
  const there = elsewhereNow()
  const goThere = () => {
    leaveForGood()
    location.assign('/')
  }
  const back = () => {
    keepDrafts()
    void run(organizationId, location.pathname + location.search)
  }
  const target = there ? isolated(there.organizationName) : 'the other organization'
  return (
    <Banner
      tone="warning"
      title={`You are signed in to ${target} in this browser`}
      icon={<ArrowLeftRight />}
    >
      {problem?.detail ?? (
        <>
          This tab still shows <bdi>{organizationName}</bdi>. Nothing can be saved here, and nothing
          was changed.
        </>
      )}
      <div className="mt-2 flex flex-wrap gap-2">
        <Button
          size="small"
          className={wrap}
          pending={pending !== null}
          pendingLabel="Switching…"
          onClick={back}
        >
          Switch back to {isolated(organizationName)}
        </Button>
        <Button size="small" className={wrap} onClick={goThere}>
          Open {target} here
        </Button>
      </div>
    </Banner>
  )
}
