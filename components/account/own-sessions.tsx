'use client'
import { useQuery } from '@tanstack/react-query'
import { useViewer } from '@/components/access/viewer'
import { useConfirm } from '@/components/feedback/confirm'
import { notify } from '@/components/feedback/notify'
import { PageSection } from '@/components/layout/page'
import { SectionList } from '@/components/person/section-list'
import { SessionLine } from '@/components/person/session-line'
import { Button } from '@/components/ui/button'
import { problemOf } from '@/lib/client/problem-error'
import { useCommand } from '@/lib/client/use-command'
import { plural } from '@/lib/client/words'
import { endSessionDenial } from '@/lib/modules/sessions/session-rules'
import { endOtherSessionsAction, endOwnSessionAction } from '@/lib/transport/actions/account'
import { type OwnSession, ownSessions, ownSessionsQuery } from './own-session-list'

const name = ownSessions

/** Every browser in which one is signed in, in every organization. */
export function OwnSessions() {
  const { organizationId } = useViewer()
  const { data, error, refetch } = useQuery(ownSessionsQuery(organizationId))
  const confirm = useConfirm()
  const others = useCommand(endOtherSessionsAction, { organizationId, invalidates: [name] })
  const count = (data?.rows.length ?? 1) - 1
  const endOthers = () =>
    confirm({
      title: 'Sign out everywhere else?',
      body: `${plural(count, 'other session')} of yours ${count === 1 ? 'ends' : 'end'}, in every organization. Your API keys keep working.`,
      verb: 'Sign out everywhere else',
      pendingVerb: 'Signing out…',
      tone: 'destructive',
      action: async () => {
        const result = await others.run({})
        if (result.ok) notify.done(`Ended ${plural(result.data.ended, 'other session')}`)
        return result
      },
    })
  return (
    <PageSection
      title="Sessions"
      className="py-5"
      aside={
        count > 0 && (
          <Button variant="link" onClick={endOthers}>
            Sign out everywhere else…
          </Button>
        )
      }
    >
      <SectionList
        label="Sessions"
        rows={data?.rows}
        problem={error && problemOf(error)}
        onRetry={refetch}
        empty="You are not signed in anywhere."
      >
        {(session) => <EndableSession key={session.id} session={session} />}
      </SectionList>
    </PageSection>
  )
}

function EndableSession({ session }: { session: OwnSession }) {
  const { organizationId } = useViewer()
  const { device, organization } = session
  const end = useCommand(endOwnSessionAction, { organizationId, invalidates: [name] })
  const run = async () => {
    const result = await end.run({ sessionId: session.id })
    if (result.ok) notify.done(<>Ended the session of {device}</>)
    else notify.problem(result.problem)
  }
  return (
    <SessionLine
      session={session}
      where={
        organization.id !== organizationId && (
          <span className="block text-muted-foreground text-xs">
            In <bdi>{organization.name}</bdi>
          </span>
        )
      }
      pending={end.pending}
      reason={endSessionDenial(session)?.detail}
      onEnd={run}
    />
  )
}
