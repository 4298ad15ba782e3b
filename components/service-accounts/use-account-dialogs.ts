'use client'
import { useQueryStates } from 'nuqs'
import { useEffect } from 'react'
import { stepBack } from '@/lib/client/leaving'
import { urlText, urlWord } from '@/lib/client/url-parsers'

const parsers = { create: urlWord(['1']), edit: urlText, remove: urlText }
type Open = { create?: '1'; edit?: string; remove?: string }

/** True while the entry before this one in the history is the page without its dialog. */
let pushed = false

/** The open dialog of the pages of service accounts is in the URL: the back button closes it, a link opens it. */
export function useAccountDialogs() {
  const [state, set] = useQueryStates(parsers)
  const isOpen = Boolean(state.create || state.edit || state.remove)
  useEffect(() => {
    if (!isOpen) pushed = false
  }, [isOpen])
  const show = (dialog: Open) => {
    if (!isOpen) pushed = true
    const none = { create: null, edit: null, remove: null }
    void set({ ...none, ...dialog }, { history: isOpen ? 'replace' : 'push' })
  }
  const close = () => {
    if (pushed) stepBack()
    else void set(null, { history: 'replace' })
  }
  return { ...state, show, close }
}
