'use client'
import { PageBody, PageHeader } from '@/components/layout/page'
import { OwnSessions } from './own-sessions'

/** /account/sessions: every browser in which one is signed in. */
export const SessionsScreen = () => (
  <>
    <PageHeader
      title="Sessions"
      crumb={{ label: 'Account', href: '/account' }}
      description="Every browser in which you are signed in, in every organization."
    />
    <PageBody className="border-t">
      <div className="max-w-240">
        <OwnSessions />
      </div>
    </PageBody>
  </>
)
