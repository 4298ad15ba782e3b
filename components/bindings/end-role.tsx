'use client'
import { useQuery } from '@tanstack/react-query'
import { useViewer } from '@/components/access/viewer'
import { notify } from '@/components/feedback/notify'
import { DeedFrame } from '@/components/members/deed-frame'
import { focusMain } from '@/components/members/focus-main'
import { PreviewedBody } from '@/components/members/previewed-body'
import { problemOf } from '@/lib/client/problem-error'
import { consoleQuery } from '@/lib/client/query'
import { EndConsequences, type Ending, type RemovalPreview } from './end-consequences'
import type { Where } from './place'
import { useEndRole } from './use-end-role'

type Props = {
  place: Where
  row: Ending
  /** `?end=ide_…` opens it. */
  inAddress?: boolean
  onClose: () => void
}

/** What goes with the role, before the button. */
export function EndRole({ place, row, inAddress = false, onClose }: Props) {
  const { organizationId } = useViewer()
  const { id: memberId, name } = row.member
  const isCloud = place.kind === 'cloud'
  const read = useQuery({
    ...consoleQuery<RemovalPreview>(organizationId, 'binding.preview_removal', {
      cloudId: place.id,
      memberId,
    }),
    enabled: isCloud,
    staleTime: 0,
    placeholderData: undefined,
  })
  const end = useEndRole(place)
  const preview = isCloud ? read.data : { held: { projects: 0 }, projects: [] }
  const failed = isCloud && read.error ? problemOf(read.error) : null
  const go = async () => {
    const result = await end.run(memberId)
    if (!result.ok) return
    notify.done(
      <>
        Ended the role of <bdi className="font-medium">{name}</bdi> on <bdi>{place.name}</bdi>
      </>,
    )
    onClose()
    focusMain()
  }
  const size = preview?.held.projects ?? 0
  return (
    <DeedFrame
      inAddress={inAddress}
      title={
        <>
          End the role of <bdi>{name}</bdi>?
        </>
      }
      description={
        <>
          On the {place.kind} <bdi>{place.name}</bdi>.
        </>
      }
      label={size > 0 ? `End ${size + 1} roles` : 'End role'}
      pendingLabel="Ending…"
      pending={end.pending}
      ready={preview !== undefined}
      onGo={() => void go()}
      onClose={onClose}
    >
      <PreviewedBody
        preview={preview}
        denial={null}
        problem={end.problem}
        failed={failed}
        onRetry={() => read.refetch()}
        goneWords="There is no role to end."
      >
        {(found) => <EndConsequences place={place} row={row} preview={found} />}
      </PreviewedBody>
    </DeedFrame>
  )
}
