'use client'
import { useQueryStates } from 'nuqs'
import { useEffect } from 'react'
import { stepBack } from '@/lib/client/leaving'
import { urlText, urlWord } from '@/lib/client/url-parsers'

const parsers = { grant: urlWord(['1']), end: urlText, term: urlText }
type Open = { grant?: '1'; end?: string; term?: string }

/** True while the entry before this one in the history is the page without its dialog. */
let pushed = false

/** The open dialog of an Access tab is in the URL: the back button closes it, a link opens it. */
export function useAccessDialogs() {
  const [state, set] = useQueryStates(parsers)
  const isOpen = Boolean(state.grant || state.end || state.term)
  useEffect(() => {
    if (!isOpen) pushed = false
  }, [isOpen])
  const show = (dialog: Open) => {
    if (!isOpen) pushed = true
    const none = { grant: null, end: null, term: null }
    void set({ ...none, ...dialog }, { history: isOpen ? 'replace' : 'push' })
  }
  const close = () => {
    if (pushed) stepBack()
    else void set(null, { history: 'replace' })
  }
  return { ...state, show, close }
}
