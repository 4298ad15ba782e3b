'use client'
import { useQueryState } from 'nuqs'
import { useEffect } from 'react'
import { stepBack } from '@/lib/client/leaving'
import { urlWord } from '@/lib/client/url-parsers'

/** True while the entry before this one in the history is the page without its dialog. */
let pushed = false

/** `?create=1`: the back button closes the dialog, a link opens it. */
export function useCreateDialog() {
  const [create, set] = useQueryState('create', urlWord(['1']))
  const isOpen = create !== null
  useEffect(() => {
    if (!isOpen) pushed = false
  }, [isOpen])
  const show = () => {
    if (!isOpen) pushed = true
    void set('1', { history: 'push' })
  }
  const close = () => {
    if (pushed) stepBack()
    else void set(null, { history: 'replace' })
  }
  return { isOpen, show, close }
}
