import type { ReactNode } from 'react'

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
