'use client'
import { useQuery } from '@tanstack/react-query'
import { useViewer } from '@/components/access/viewer'
import { useConfirm } from '@/components/feedback/confirm'
import { Button } from '@/components/ui/button'
import { consoleQuery } from '@/lib/client/query'
import { useCommand } from '@/lib/client/use-command'
import { plural } from '@/lib/client/words'
import { roleLabels } from '@/lib/domain/permissions'
import type { RemovalEnds } from '@/lib/modules/members/member-ends'
import { leaveOrganizationAction } from '@/lib/transport/actions/account'

/** The answer of `member.preview_leaving`. */
type Leaving = RemovalEnds & { denial: string | null }

/** Leaving the organization, with what one loses; owners are told what comes first. */
export function Leave() {
  const { organizationId, organizationName, role } = useViewer()
  const { data } = useQuery({
    ...consoleQuery<Leaving>(organizationId, 'member.preview_leaving'),
    staleTime: 0,
  })
  const confirm = useConfirm()
  const command = useCommand(leaveOrganizationAction, { organizationId, invalidates: [] })
  const leave = () =>
    data &&
    confirm({
      title: `Leave ${organizationName}?`,
      description: 'You come back by a new invitation only, with a new user ID.',
      groups: [
        {
          kind: 'ends',
          body: `Your role ${roleLabels[role]}, ${plural(data.sessions, 'session')} and ${plural(data.keys.length, 'API key')} here. Whatever uses these keys stops working.`,
        },
        {
          kind: 'stays',
          title: 'Stays',
          body: 'Your account and your other organizations. Your name in the history of this one.',
        },
      ],
      verb: 'Leave',
      pendingVerb: 'Leaving…',
      tone: 'destructive',
      action: async () => {
        const result = await command.run({})
        // A whole new page: nothing that was read here stays in memory.
        if (result.ok) window.location.assign('/sign-in?from=left')
        return result
      },
    })
  return (
    <section
      aria-labelledby="leave"
      className="mt-5 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-destructive-line px-4 py-3.5"
    >
      <div className="min-w-48 flex-1">
        <h2 id="leave" className="font-medium text-sm tracking-normal">
          Leave <bdi>{organizationName}</bdi>
        </h2>
        <p className="text-foreground-2">
          {data?.denial ?? 'Your role, sessions and API keys here end at once.'}
        </p>
      </div>
      <Button
        className="text-destructive-text"
        disabledReason={data?.denial ?? (data ? null : 'Reading what would end.')}
        onClick={leave}
      >
        Leave…
      </Button>
    </section>
  )
}
