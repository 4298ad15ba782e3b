'use client'
import { useQueryStates } from 'nuqs'
import { useEffect } from 'react'
import { stepBack } from '@/lib/client/leaving'
import { urlText, urlWord } from '@/lib/client/url-parsers'

const parsers = {
  manage: urlText,
  remove: urlText,
  suspend: urlText,
  invite: urlWord(['1']),
  import: urlWord(['1']),
}
type Open = { manage?: string; remove?: string; suspend?: string; invite?: '1'; import?: '1' }

/** True while the entry before this one in the history is the page without its dialog. */
let pushed = false

/** The open dialog of the Users pages is in the URL: the back button closes it, a link opens it. */
export function useDialogs() {
  const [state, set] = useQueryStates(parsers)
  const isOpen = Boolean(
    state.manage || state.remove || state.suspend || state.invite || state.import,
  )
  useEffect(() => {
    if (!isOpen) pushed = false
  }, [isOpen])

  const show = (dialog: Open) => {
    const none = { manage: null, remove: null, suspend: null, invite: null, import: null }
    if (!isOpen) pushed = true
    void set({ ...none, ...dialog }, { history: isOpen ? 'replace' : 'push' })
  }
  const close = () => {
    if (pushed) stepBack()
    else void set(null, { history: 'replace' })
  }
  return { ...state, show, close }
}
