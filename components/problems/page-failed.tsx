'use client'
import { useEffect } from 'react'
import { RequestId } from '@/components/feedback/request-id'
import { State } from '@/components/feedback/state'
import { isChunkError, reloadOnce } from '@/lib/client/chunk-error'
import { ProblemError } from '@/lib/client/problem-error'
import { AppliedTheme } from './applied-theme'

export type PageError = Error & { digest?: string }
// Not `Button`: this stands in the first scripts of every page, several times.
const button =
  'h-8 rounded-md border border-border-strong bg-background px-3 font-medium text-sm hover:bg-accent max-sm:h-11 dark:bg-accent dark:hover:bg-pressed'

type Props = { error: PageError; onRetry: () => void }

/** What stands where a page broke: what happened, what did not, one way on, and how to find it in the log. */
export function PageFailed({ error, onRetry }: Props) {
  const requestId = requestOf(error)
  const away = isAway(error)
  useEffect(() => {
    if (isChunkError(error)) reloadOnce()
  }, [error])
  const fromServer = requestId !== undefined || error.digest !== undefined
  return (
    <div role="alert">
      <AppliedTheme />
      <State
        page
        title={away ? 'The database cannot be reached' : 'This page could not be loaded'}
        actions={
          <button type="button" className={button} onClick={onRetry}>
            Try again
          </button>
        }
        note={
          requestId ? (
            <RequestId id={requestId} />
          ) : (
            error.digest && (
              <>
                Error <code className="font-mono">{error.digest}</code>
              </>
            )
          )
        }
      >
        {away
          ? 'Nothing was changed. Try again in a moment.'
          : fromServer
            ? 'The server answered with an error. Nothing was changed.'
            : 'Something in this page broke. Nothing was changed.'}
      </State>
    </div>
  )
}

/** Next shows the browser nothing of a server's error but its digest (lib/transport/failure.ts). */
function requestOf(error: PageError): string | undefined {
  if (error instanceof ProblemError) return error.problem.request_id
  return /^(?:unavailable )?(req_\w+)$/.exec(error.digest ?? '')?.[1]
}

const isAway = (error: PageError) =>
  error instanceof ProblemError
    ? error.problem.code === 'unavailable' && error.problem.status === 503
    : error.digest?.startsWith('unavailable ') === true
