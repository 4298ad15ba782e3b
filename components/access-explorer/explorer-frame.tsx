import type { ReactNode } from 'react'
import type { ApiCall } from '@/components/api-call/curl'
import { PageHeader, PageTabs } from '@/components/layout/page'
import type { Permission } from '@/lib/domain/permissions'
import { CopyLink } from './copy-link'

type Props = {
  api?: ApiCall
  actions?: ReactNode
  /** Beside the answer: the proof of one row of it. */
  proof?: ReactNode
  children: ReactNode
}

/** What the three questions share: title, link, tabs. */
export const ExplorerFrame = ({ api, actions, proof, children }: Props) => (
  <div className="flex min-h-0 flex-1">
    <div className="flex min-w-0 flex-1 flex-col">
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
    </div>
    {proof}
  </div>
)

/** A question as a sentence with blanks, and below it the name of the permission it is about. */
export const Sentence = ({
  children,
  permission,
}: {
  children: ReactNode
  permission: Permission
}) => (
  <div className="shrink-0 px-(--gutter) pt-3.5">
    <div className="flex flex-wrap items-center gap-2 text-base">{children}</div>
    <p className="mt-1.5 text-muted-foreground text-xs">
      <code className="font-mono">{permission}</code>
    </p>
  </div>
)
