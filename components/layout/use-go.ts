'use client'
import { useRouter } from 'next/navigation'
import { notify } from '@/components/feedback/notify'
import { connectionNow } from '@/lib/client/connection'
import { leave } from '@/lib/client/leaving'
import { setNavigating } from '@/lib/client/navigating'

/** Goes to another page of the console, unless what is here would be lost: typed, or with the connection. */
export function useGo() {
  const router = useRouter()
  return (href: string) => {
    if (holdsHere()) return
    leave(() => {
      setNavigating(true)
      router.push(href)
    })
  }
}

/** Without an answer the browser would put its own error page in place of this one. */
export function holdsHere(): boolean {
  const connection = connectionNow()
  if (connection === 'online') return false
  const why = connection === 'offline' ? 'No connection' : 'Gatehouse cannot be reached'
  notify.partly(`${why}: other pages open when it is back.`)
  return true
}
