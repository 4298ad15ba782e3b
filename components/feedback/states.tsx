'use client'
import { RotateCw } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import type { ProblemBody } from '@/lib/domain/problems'
import { RequestId } from './request-id'
import { State } from './state'

type EmptyProps = {
  title: string
  /** What the thing is for. */
  children: ReactNode
  /** One button. */
  action?: ReactNode
  /** "POST /api/v2/…": the same by the API. */
  api?: string
}

export const EmptyState = ({ title, children, action, api }: EmptyProps) => (
  <State
    title={title}
    actions={action}
    note={
      api && (
        <>
          Or <code className="font-mono">{api}</code>
        </>
      )
    }
  >
    {children}
  </State>
)

type NothingMatchesProps = { title: string; children: ReactNode; onClear: () => void }

/** `title` "No one matches"; the text repeats what was asked and how many there are. */
export const NothingMatches = ({ title, children, onClear }: NothingMatchesProps) => (
  <State title={title} actions={<Button onClick={onClear}>Clear filters</Button>}>
    {children}
  </State>
)

type EmptyPageProps = { title?: string; children: ReactNode; onFirstPage: () => void }

/** A later page of a list whose rows are gone; the text says where to. */
export const EmptyPage = ({ title, children, onFirstPage }: EmptyPageProps) => (
  <State
    title={title ?? 'Nothing is on this page'}
    actions={<Button onClick={onFirstPage}>First page</Button>}
  >
    {children}
  </State>
)

type LoadFailedProps = {
  problem: ProblemBody
  onRetry: () => void
  /** "The list could not be loaded" */
  title?: string
}

export const LoadFailed = ({ problem, onRetry, title }: LoadFailedProps) => (
  <div role="alert">
    <State
      title={title ?? 'The list could not be loaded'}
      actions={
        <Button icon={<RotateCw />} onClick={onRetry}>
          Try again
        </Button>
      }
      note={problem.request_id && <RequestId id={problem.request_id} />}
    >
      {problem.status >= 500 && problem.code !== 'unavailable'
        ? 'The server answered with an error. Nothing was changed.'
        : problem.detail}
    </State>
  </div>
)
