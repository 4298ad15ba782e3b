'use client'
import { useQuery } from '@tanstack/react-query'
import { useViewer } from '@/components/access/viewer'
import { useConfirm } from '@/components/feedback/confirm'
import { Broken, Ends, usedLately } from '@/components/members/removal-consequences'
import { Button } from '@/components/ui/button'
import { answerOf } from '@/lib/client/answer-of'
import { useNow } from '@/lib/client/clock'
import { dropDrafts } from '@/lib/client/drafts'
import { leaveForGood } from '@/lib/client/leaving'
import { consoleQuery } from '@/lib/client/query'
import { useCommand } from '@/lib/client/use-command'
import { isolated } from '@/lib/domain/isolated'
import type { RemovalEnds } from '@/lib/modules/members/member-ends'
import { leaveOrganizationAction, vouchForNextAction } from '@/lib/transport/actions/account'
import { rememberLeft } from './left'

/** The answer of `member.preview_leaving`. */
type Leaving = RemovalEnds & { denial: string | null }

/** Where another organization is chosen, if there is another. */
const pageAfter = (next: { step: string } | null) => {
  if (next === null) return '/sign-in?from=left'
  return next.step === 'organization' ? '/select-organization?from=left' : '/sign-in/second-factor'
}

/** Leaving the organization, with what one loses; owners are told what comes first. */
export function Leave() {
  const { organizationId, organizationName, role } = useViewer()
  const { data } = useQuery({
    ...consoleQuery<Leaving>(organizationId, 'member.preview_leaving'),
    staleTime: 0,
  })
  const confirm = useConfirm()
  const command = useCommand(leaveOrganizationAction, { organizationId, invalidates: [] })
  const now = useNow() ?? 0
  const leave = () => {
    if (!data) return
    const { denial: _, ...ends } = data
    const used = usedLately(ends.keys, now)
    void confirm({
      title: `Leave ${isolated(organizationName)}?`,
      description: 'You come back by a new invitation only, with a new user ID.',
      groups: [
        { kind: 'ends', body: <Ends {...ends} member={{ role }} /> },
        ...(used.length > 0 ? [{ kind: 'breaks' as const, body: <Broken keys={used} /> }] : []),
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
        // The session that vouches for the next organization ends with this one, so that is begun before.
        const next = await answerOf(() => vouchForNextAction(organizationId))
        if (!next.ok) return next
        const result = await command.run({})
        if (!result.ok) return result
        rememberLeft(organizationName)
        dropDrafts()
        leaveForGood()
        // A whole new page: nothing that was read here stays in memory. The dialog stays until it is there.
        window.location.assign(pageAfter(next.data.step))
        return new Promise<typeof result>(() => {})
      },
    })
  }
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
