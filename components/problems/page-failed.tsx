'use client'
import { RotateCw } from 'lucide-react'
import { useEffect } from 'react'
import { RequestId } from '@/components/feedback/request-id'
import { State } from '@/components/feedback/state'
import { buttonLook } from '@/components/ui/button-look'
import { isChunkError, reloadOnce } from '@/lib/client/chunk-error'
import { ProblemError } from '@/lib/client/problem-error'
import { AppliedTheme } from './applied-theme'

export type PageError = Error & { digest?: string }
type Props = { error: PageError; onRetry: () => void }

/** What stands where a page broke: what happened, what did not, one way on, and how to find it in the log. */
export function PageFailed({ error, onRetry }: Props) {
  const requestId = requestOf(error)
  useEffect(() => {
    if (isChunkError(error)) reloadOnce()
  }, [error])
  const fromServer = requestId !== undefined || error.digest !== undefined
  return (
    <div role="alert">
      <AppliedTheme />
      <State
        page
        title="This page could not be loaded"
        actions={
          <button type="button" className={buttonLook()} onClick={onRetry}>
            <RotateCw />
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
        {fromServer
          ? 'The server answered with an error. Nothing was changed.'
          : 'Something in this page broke. Nothing was changed.'}
      </State>
    </div>
  )
}

/** Next shows the browser nothing of a server's error but its digest; a digest may be the request's id. */
function requestOf(error: PageError): string | undefined {
  if (error instanceof ProblemError) return error.problem.request_id
  return error.digest?.startsWith('req_') ? error.digest : undefined
}
