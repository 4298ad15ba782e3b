'use client'
import { useEffect, useEffectEvent, useRef } from 'react'
import { useDenial } from '@/components/access/viewer'
import { useGo } from '@/components/layout/use-go'
import { isPageShortcut } from '@/lib/client/shortcuts'
import { pages } from './entries'

const PATIENCE = 1_500 // ms

/** "g", then the letter of a page. What may not be read is not gone to. */
export function useGoKeys() {
  const go = useGo()
  const denial = useDenial()
  const since = useRef(0)
  const handle = useEffectEvent((event: KeyboardEvent) => {
    if (!isPageShortcut(event)) return
    const key = event.key.toLowerCase()
    const waiting = event.timeStamp - since.current < PATIENCE
    since.current = key === 'g' ? event.timeStamp : 0
    const page = waiting && pages.find(({ go }) => go === key)
    if (!page || denial(page.permission)) return
    event.preventDefault()
    go(page.href)
  })
  useEffect(() => {
    // -Infinity would do as well, but a page that just loaded is not waited for.
    since.current = -PATIENCE
    document.addEventListener('keydown', handle)
    return () => document.removeEventListener('keydown', handle)
  }, [])
}
