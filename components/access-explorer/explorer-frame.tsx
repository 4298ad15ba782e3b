import type { ReactNode } from 'react'
import type { ApiCall } from '@/components/api-call/curl'
import { PageHeader, PageTabs } from '@/components/layout/page'
import { CopyLink } from './copy-link'

type Props = { api?: ApiCall; actions?: ReactNode; children: ReactNode }

/** What the three questions share: title, link, tabs. */
export const ExplorerFrame = ({ api, actions, children }: Props) => (
  <>
    <PageHeader
      title="Access explorer"
      api={api}
      actions={
        <>
          <CopyLink />
          {actions}
        </>
      }
    />
    <PageTabs
      label="Questions"
      tabs={[
        { href: '/access/who-can', label: 'Who can' },
        { href: '/access/what-can', label: 'What can' },
        { href: '/access/why', label: 'Why' },
      ]}
    />
    {children}
  </>
)

/** A question as a sentence with blanks, and one quiet line of what it is about. */
export const Sentence = ({ children, note }: { children: ReactNode; note?: ReactNode }) => (
  <div className="shrink-0 px-(--gutter) pt-3.5">
    <div className="flex flex-wrap items-center gap-2 text-base">{children}</div>
    {note && <p className="mt-1.5 text-muted-foreground text-xs">{note}</p>}
  </div>
)
