'use client'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useViewer } from '@/components/access/viewer'
import { GroupFilter } from '@/components/data-table/group-filter'
import { LongList } from '@/components/data-table/long-list'
import { LoadFailed } from '@/components/feedback/states'
import { LimitsNote } from '@/components/invitations/limits-note'
import { previewQuery } from '@/components/invitations/preview'
import type { SendItem } from '@/components/invitations/use-send-run'
import { Button } from '@/components/ui/button'
import { Dialog, DialogFooter } from '@/components/ui/dialog'
import { Skeleton } from '@/components/ui/skeleton'
import { useBackCloses } from '@/lib/client/leaving'
import { problemOf } from '@/lib/client/problem-error'
import { formatCount, plural } from '@/lib/client/words'
import { askedOf, type Choice, countsOf, type Group, groups, planOf, sendsOf } from './plan'
import { groupLabels, PlanRow } from './plan-row'
import { ReviewChoices } from './review-choices'
import type { Source } from './source'

type Props = {
  source: Source
  onBack: () => void
  onClose: () => void
  onSend: (items: SendItem[]) => void
}

/** The dry run: what would happen to each line, and the one button that does it. */
export function ImportReview({ source, onBack, onClose, onSend }: Props) {
  const { organizationId } = useViewer()
  useBackCloses(true, onBack)
  const [choice, setChoice] = useState<Choice>({ rolesOfFile: false, again: false })
  const [group, setGroup] = useState<Group | null>(null)
  const emails = askedOf(source.rows, choice)
  const { data, error, refetch, isPlaceholderData } = useQuery({
    ...previewQuery(organizationId, { emails, replace: choice.again }),
    placeholderData: (before) => before,
    staleTime: 0,
  })
  const plan = data ? planOf(source.rows, data, choice) : []
  const sends = sendsOf(plan)
  const counts = countsOf(plan)
  const mailed = data?.delivery === 'mail'
  const rows = group ? plan.filter((row) => row.group === group) : plan
  return (
    <Dialog
      open
      inAddress
      size="large"
      onOpenChange={onClose}
      title="Check before sending"
      description={
        <>
          <bdi>{source.name}</bdi> · {plural(source.rows.length, 'row')}. Nothing was sent yet.
        </>
      }
      footer={
        <DialogFooter note={data && <LimitsNote limits={data.limits} />}>
          <Button onClick={onBack}>Other file</Button>
          <Button
            variant="primary"
            pending={isPlaceholderData || (!data && !error)}
            disabledReason={
              data && sends.length === 0 ? 'None of these rows can be sent now.' : null
            }
            onClick={() => data && onSend(sends)}
          >
            {!data
              ? 'Check'
              : mailed
                ? `Send ${plural(sends.length, 'invite')}`
                : `Make ${plural(sends.length, 'link')}`}
          </Button>
        </DialogFooter>
      }
    >
      {error && !data && (
        <LoadFailed
          problem={problemOf(error)}
          onRetry={refetch}
          title="The rows could not be checked"
        />
      )}
      {!error && !data && <Checking />}
      {data && (
        <div className="flex flex-col gap-4">
          <ReviewChoices
            source={source}
            invited={data.invited.length}
            choice={choice}
            onChange={setChoice}
          />
          <div className="flex flex-col gap-2">
            <GroupFilter
              label="Rows"
              total={plan.length}
              choices={groups.map((value) => ({
                value,
                label: groupLabels[value],
                count: counts[value],
              }))}
              value={group}
              onChange={setGroup}
            />
            <p role="status" className="sr-only">
              {formatCount(sends.length)} of {plural(plan.length, 'row')} would be sent.
            </p>
            <LongList key={group} items={rows}>
              {(row) => <PlanRow key={row.line} row={row} />}
            </LongList>
          </div>
        </div>
      )}
    </Dialog>
  )
}

const Checking = () => (
  <div role="status" aria-label="Checking" className="flex flex-col gap-2">
    {[1, 2, 3, 4].map((place) => (
      <Skeleton key={place} className="h-8" />
    ))}
  </div>
)
