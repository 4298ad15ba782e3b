'use client'
import { useRef, useState } from 'react'
import { useViewer } from '@/components/access/viewer'
import { notify } from '@/components/feedback/notify'
import { problemOf } from '@/lib/client/problem-error'

/** Runs one download of the console at a time. Says what came of it; `stop` ends it without a word. */
export function useDownload(name: string) {
  const { organizationId } = useViewer()
  const [pending, setPending] = useState(false)
  const running = useRef<AbortController | null>(null)

  const run = async (input: unknown) => {
    if (running.current) return
    const own = new AbortController()
    running.current = own
    setPending(true)
    try {
      const { startDownload } = await import('@/lib/client/download')
      const file = await startDownload(name, organizationId, input, { signal: own.signal })
      notify.done(
        <>
          Downloaded <bdi className="font-medium">{file}</bdi>
        </>,
      )
    } catch (error) {
      if (!own.signal.aborted) notify.problem(problemOf(error), { retry: () => void run(input) })
    } finally {
      running.current = null
      setPending(false)
    }
  }
  return { run, pending, stop: () => running.current?.abort() }
}
