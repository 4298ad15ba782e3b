'use client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useViewer } from '@/components/access/viewer'
import { GroupFilter } from '@/components/data-table/group-filter'
import { LongList } from '@/components/data-table/long-list'
import { LoadFailed } from '@/components/feedback/states'
import { countsOf, type Group, groups, planOf, sendsOf } from '@/components/import/plan'
import { groupLabels, PlanRow } from '@/components/import/plan-row'
import { Button } from '@/components/ui/button'
import { Dialog, DialogFooter } from '@/components/ui/dialog'
import { Skeleton } from '@/components/ui/skeleton'
import { problemOf } from '@/lib/client/problem-error'
import { formatCount, plural } from '@/lib/client/words'
import type { InvitationState } from '@/lib/modules/invitations/invitation'
import { MOST, type ResendTarget, readTarget } from './invitation-target'
import { LimitsNote } from './limits-note'
import { previewQuery } from './preview'
import type { SendItem } from './use-send-run'

type Props = {
  target: ResendTarget
  state: InvitationState
  onClose: () => void
  onSend: (items: SendItem[]) => void
}

/** What sending many again would do, each with the role it had: then one button. */
export function ResendMany({ target, state, onClose, onSend }: Props) {
  const { organizationId } = useViewer()
  const queries = useQueryClient()
  const [group, setGroup] = useState<Group | null>(null)
  const key = 'rows' in target ? target.rows.map(({ id }) => id) : target
  // In the other lists a newer invitation may be out there: that one stays good.
  const again = state === 'pending'
  const { data, error, refetch } = useQuery({
    queryKey: [organizationId, 'invitation.resend', key],
    gcTime: 0,
    queryFn: async () => {
      const { rows, more } = await readTarget(queries, organizationId, target)
      const emails = rows.map(({ email }) => email)
      const preview = await queries.fetchQuery({
        ...previewQuery(organizationId, { emails, replace: again }),
        staleTime: 0,
      })
      const asRows = rows.map((row, place) => ({ ...row, line: place + 1, given: row.email }))
      return { preview, more, plan: planOf(asRows, preview, { rolesOfFile: true, again }) }
    },
  })
  const plan = data?.plan ?? []
  const sends = sendsOf(plan)
  const counts = countsOf(plan)
  const several = groups.filter((each) => counts[each] > 0).length > 1
  return (
    <Dialog
      open
      size="large"
      onOpenChange={onClose}
      title={data ? `Send ${plural(plan.length, 'invitation')} again?` : 'One moment'}
      description={
        again
          ? 'Each gets a new link. The earlier links stop working.'
          : 'Each gets a new link. Who is a member or invited anew is left out.'
      }
      footer={
        <DialogFooter note={data && <LimitsNote limits={data.preview.limits} />}>
          <Button onClick={onClose}>Cancel</Button>
          {data && (
            <Button
              variant="primary"
              disabledReason={sends.length === 0 ? 'None of these can be sent now.' : null}
              onClick={() => onSend(sends.map(({ line: _, ...item }) => item))}
            >
              {data.preview.delivery === 'mail'
                ? `Send ${plural(sends.length, 'invite')}`
                : `Make ${plural(sends.length, 'link')}`}
            </Button>
          )}
        </DialogFooter>
      }
    >
      {error && <LoadFailed problem={problemOf(error)} onRetry={refetch} />}
      {!error && !data && <Skeleton className="h-24" />}
      {data && (
        <div className="flex flex-col gap-2">
          {data.more && (
            <p>The latest {formatCount(MOST)} are sent now. Send the rest after that.</p>
          )}
          {several && (
            <GroupFilter
              label="Invitations"
              total={plan.length}
              choices={groups.map((value) => ({
                value,
                label: groupLabels[value],
                count: counts[value],
              }))}
              value={group}
              onChange={setGroup}
            />
          )}
          <LongList key={group} items={group ? plan.filter((row) => row.group === group) : plan}>
            {(row) => <PlanRow key={row.line} row={row} numbered={false} />}
          </LongList>
        </div>
      )}
    </Dialog>
  )
}
