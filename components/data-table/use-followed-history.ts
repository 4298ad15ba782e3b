'use client'
import { usePathname, useSearchParams } from 'next/navigation'
import { useEffect, useRef } from 'react'

const PATIENCE = 3_000 // ms

/**
 * Going back in quick succession, after a reload, can leave Next's router with the content of an earlier address, and
 * so a list with another page's rows. Content that has not followed the address in time is loaded anew.
 */
export function useFollowedHistory() {
  const shown = useRef('')
  shown.current = `${usePathname()}?${useSearchParams()}`
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const check = () => {
      clearTimeout(timer)
      const { href } = window.location
      timer = setTimeout(() => {
        if (window.location.href !== href) return // somebody typed or went on meanwhile: the router is at it
        const { pathname, search } = window.location
        if (shown.current !== `${pathname}?${new URLSearchParams(search)}`) window.location.reload()
      }, PATIENCE)
    }
    addEventListener('popstate', check)
    return () => {
      clearTimeout(timer)
      removeEventListener('popstate', check)
    }
  }, [])
}
