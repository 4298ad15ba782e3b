'use client'
import { useQueryState } from 'nuqs'
import { useRef } from 'react'
import { stepBack } from '@/lib/client/leaving'
import { urlText } from '@/lib/client/url-parsers'

/** The drawer `?invitation=orginv_…`: the back button closes it, a link opens it. */
export function useOpenInvitation() {
  const [id, set] = useQueryState('invitation', urlText)
  const pushed = useRef(false)
  const show = (next: string) => {
    // From one to another of the same address stays one step back.
    pushed.current = pushed.current || id === null
    void set(next, { history: id === null ? 'push' : 'replace' })
  }
  const close = () => {
    if (pushed.current) stepBack()
    else void set(null, { history: 'replace' })
    pushed.current = false
  }
  return { id, show, close }
}
