'use client'
import { useQueryState } from 'nuqs'
import { useEffect } from 'react'
import { stepBack } from '@/lib/client/leaving'
import { urlText } from '@/lib/client/url-parsers'

/** True while the entry before this one in the history is the log without its drawer. */
let pushed = false

/** The open event is in the URL: the back button closes it, a link opens it. */
export function useEventDrawer() {
  const [eventId, set] = useQueryState('event', urlText)
  useEffect(() => {
    if (!eventId) pushed = false
  }, [eventId])
  const open = (id: string) => {
    if (!eventId) pushed = true
    void set(id, { history: eventId ? 'replace' : 'push' })
  }
  const close = () => {
    if (pushed) stepBack()
    else void set(null, { history: 'replace' })
  }
  return { eventId, open, close }
}
