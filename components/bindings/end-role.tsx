'use client'
import { useQuery } from '@tanstack/react-query'
import { useViewer } from '@/components/access/viewer'
import { notify } from '@/components/feedback/notify'
import { DeedFrame } from '@/components/members/deed-frame'
import { focusMain } from '@/components/members/focus-main'
import { PreviewedBody } from '@/components/members/previewed-body'
import { problemOf } from '@/lib/client/problem-error'
import { consoleQuery } from '@/lib/client/query'
import type { BindingRow } from './binding-shapes'
import { EndConsequences, type RemovalPreview } from './end-consequences'
import type { Place } from './place'
import { useEndRole } from './use-end-role'

type Props = { place: Place; row: BindingRow; onClose: () => void }

/** The dialog `?end=ide_…`: what goes with the role, before the button. */
export function EndRole({ place, row, onClose }: Props) {
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
  const preview = isCloud ? read.data : { projects: [] }
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
  const size = row.projects ?? 0
  return (
    <DeedFrame
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
