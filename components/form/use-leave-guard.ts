'use client'
import { useConfirm } from '@/components/feedback/confirm'
import { useAskBeforeLeaving } from '@/lib/client/leaving'
import { useLeaveWarning } from '@/lib/client/use-leave-warning'

/** While `on`, whoever goes away by a link, the palette or Back, signs out or closes the page, is asked first. */
export function useLeaveGuard(on: boolean) {
  const confirm = useConfirm()
  useLeaveWarning(on)
  useAskBeforeLeaving(on, async (go) => {
    const leave = await confirm({
      title: 'Leave without saving?',
      description: 'What you changed on this page is lost.',
      verb: 'Leave',
      pendingVerb: 'Leaving…',
      tone: 'destructive',
      action: async () => ({ ok: true, data: null }),
    })
    if (leave) go()
  })
}
