'use client'
import { useQueryState } from 'nuqs'
import { useEffect } from 'react'
import { stepBack } from '@/lib/client/leaving'
import { urlText } from '@/lib/client/url-parsers'

/** Those for which the entry before this one in the history is the page without its drawer. */
const pushed = new Set<string>()

/** What a drawer shows is in the URL, under `name`: the back button closes it, a link opens it. */
export function useDrawer(name: string) {
  const [id, set] = useQueryState(name, urlText)
  useEffect(() => {
    if (!id) pushed.delete(name)
  }, [id, name])
  const open = (next: string) => {
    if (!id) pushed.add(name)
    void set(next, { history: id ? 'replace' : 'push' })
  }
  const close = () => {
    if (pushed.has(name)) stepBack()
    else void set(null, { history: 'replace' })
  }
  return { id, open, close }
}
