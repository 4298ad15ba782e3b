'use client'
import { useEffect, useEffectEvent, useRef } from 'react'
import { useDenial } from '@/components/access/viewer'
import { useGo } from '@/components/layout/use-go'
import { part } from '@/lib/client/part'
import { isPageShortcut } from '@/lib/client/shortcuts'

const PATIENCE = 1_500 // ms
// Before any page: times count from its load, so 0 would be a moment ago on a page that just came.
const NEVER = Number.NEGATIVE_INFINITY
const entries = part(() => import('./entries'), { soon: true })

/** "g", then the letter of a page. What may not be read is not gone to. */
export function useGoKeys() {
  const go = useGo()
  const denial = useDenial()
  const since = useRef(NEVER)
  const handle = useEffectEvent((event: KeyboardEvent) => {
    if (!isPageShortcut(event)) return
    const key = event.key.toLowerCase()
    const waiting = event.timeStamp - since.current < PATIENCE
    since.current = key === 'g' ? event.timeStamp : NEVER
    if (!waiting) {
      if (key === 'g') void entries.load()
      return
    }
    event.preventDefault()
    void goTo(key)
  })
  const goTo = async (key: string) => {
    await entries.load()
    const page = entries.now()?.pages.find((each) => each.go === key)
    if (page && !denial(page.permission)) go(page.href)
  }
  useEffect(() => {
    document.addEventListener('keydown', handle)
    return () => document.removeEventListener('keydown', handle)
  }, [])
}
