'use client'
import { useEffect, useEffectEvent } from 'react'
import { useViewer } from '@/components/access/viewer'
import { notify } from '@/components/feedback/notify'
import { type Draft, draftKey, holdDraft, takeDraft } from '@/lib/client/drafts'

/**
 * Keeps what is typed over a sign-in or a reload of this tab, for this person alone. `typed`: null when there is
 * nothing to lose; never a secret. `restore` gets it once, when the form is there again.
 */
export function useDraft(form: string, typed: Draft | null, restore: (draft: Draft) => void) {
  const key = draftKey(useViewer(), form)
  const back = useEffectEvent(restore)
  useEffect(() => {
    const draft = takeDraft(key)
    if (draft) {
      back(draft)
      notify.done('What you typed is here again')
    }
    return () => holdDraft(key, null)
  }, [key])
  useEffect(() => holdDraft(key, typed))
}
