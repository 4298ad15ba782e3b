'use client'
import { useQueryState } from 'nuqs'
import { useRef } from 'react'
import { stepBack } from '@/lib/client/leaving'
import { urlText } from '@/lib/client/url-parsers'

/** The drawer `?operation=op_…` on any page of the console: the back button closes it, a link opens it. */
export function useOpenOperation() {
  const [operation, set] = useQueryState('operation', urlText)
  const pushed = useRef(false)
  const show = (id: string) => {
    pushed.current = operation === null
    void set(id, { history: operation === null ? 'push' : 'replace' })
  }
  const close = () => {
    if (pushed.current) stepBack()
    else void set(null, { history: 'replace' })
    pushed.current = false
  }
  return { operation, show, close }
}
