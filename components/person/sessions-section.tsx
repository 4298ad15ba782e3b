'use client'
import { useQuery } from '@tanstack/react-query'
import { useDenial, useViewer } from '@/components/access/viewer'
import { notify } from '@/components/feedback/notify'
import { PageSection } from '@/components/layout/page'
import { focusMain } from '@/components/members/focus-main'
import { useSignOut } from '@/components/members/use-sign-out'
import { Button } from '@/components/ui/button'
import { problemOf } from '@/lib/client/problem-error'
import { useCommand } from '@/lib/client/use-command'
import type { Member } from '@/lib/modules/members/member'
import type { LiveSession } from '@/lib/modules/sessions/session'
import { endSessionDenial } from '@/lib/modules/sessions/session-rules'
import { endSessionOfMemberAction } from '@/lib/transport/actions/credentials'
import { sessionsQuery } from './person-queries'
import { SectionList } from './section-list'
import { SessionLine } from './session-line'

/** The browsers that are signed in as somebody. */
export function SessionsSection({ member }: { member: Member }) {
  const { organizationId } = useViewer()
  const { data, error, refetch } = useQuery({
    ...sessionsQuery(organizationId, member.id),
    placeholderData: undefined,
  })
  const denial = useDenial()
  const signOut = useSignOut()
  const rows = data?.rows
  return (
    <PageSection
      title="Sessions"
      aside={
        rows &&
        rows.length > 1 && (
          <Button
            variant="link"
            disabledReason={denial('session.end')}
            onClick={() => signOut(member)}
          >
            End all
          </Button>
        )
      }
    >
      <SectionList
        label="Sessions"
        rows={rows}
        problem={error && problemOf(error)}
        onRetry={refetch}
        empty={
          <>
            <bdi>{member.name}</bdi> is not signed in anywhere.
          </>
        }
      >
        {(session) => <EndableSession key={session.id} session={session} />}
      </SectionList>
    </PageSection>
  )
}

function EndableSession({ session }: { session: LiveSession }) {
  const { organizationId } = useViewer()
  const denial = useDenial()
  const end = useCommand(endSessionOfMemberAction, {
    organizationId,
    invalidates: ['session.list_of_member', 'event.list', 'member.preview_removal'],
  })
  const run = async () => {
    const result = await end.run({ sessionId: session.id })
    if (!result.ok) return notify.problem(result.problem)
    notify.done(<>Ended the session of {session.device}</>)
    focusMain()
  }
  return (
    <SessionLine
      session={session}
      pending={end.pending}
      reason={denial('session.end') ?? endSessionDenial(session)?.detail}
      onEnd={run}
    />
  )
}
