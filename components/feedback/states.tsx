'use client'
import { RotateCw } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import type { ProblemBody } from '@/lib/domain/problems'
import { RequestId } from './request-id'

type StateProps = {
  title: ReactNode
  children: ReactNode
  /** Buttons. */
  actions?: ReactNode
  /** A quiet last line: the API call, the request id. */
  note?: ReactNode
  /** The page itself has no other heading: true makes the title its h1. */
  page?: boolean
}

/** What a place says when it has nothing to show: left-aligned words and one way on. */
export function State({ title, children, actions, note, page }: StateProps) {
  const Heading = page ? 'h1' : 'h2'
  return (
    <div className="max-w-md px-(--gutter) py-12">
      <Heading className="font-semibold text-base">{title}</Heading>
      <div className="mt-1 text-foreground-2">{children}</div>
      {actions && <div className="mt-4 flex flex-wrap gap-2">{actions}</div>}
      {note && <div className="mt-4 text-muted-foreground text-xs">{note}</div>}
    </div>
  )
}

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

type NotAllowedProps = {
  /** "This page is for organization owners" */
  title: string
  /** Who the reader is, and who can change that. */
  children: ReactNode
  actions?: ReactNode
}

/** 403. */
export const NotAllowed = ({ title, children, actions }: NotAllowedProps) => (
  <State page title={title} actions={actions}>
    {children}
  </State>
)

/** 404: the same words for what is unknown and what is foreign. */
export const NothingHere = ({ actions }: { actions?: ReactNode }) => (
  <State page title="Nothing here" actions={actions}>
    It was removed, or it belongs to an organization you are not signed in to.
  </State>
)
