'use client'
import { Contained } from '@/components/feedback/contained'
import { lazily } from '@/components/ui/lazily'
import type { BindingRow } from './binding-shapes'
import { grantDenial, type Place } from './place'
import { useAccessDialogs } from './use-access-dialogs'

const Grant = lazily(() => import('./grant').then((m) => m.Grant))
const EndRole = lazily(() => import('./end-role').then((m) => m.EndRole))
const ChangeTerm = lazily(() => import('./change-term').then((m) => m.ChangeTerm))

type Props = { place: Place; rows: readonly BindingRow[] | undefined }

/** What opens beside the list, as the URL has it; of nobody whom the page does not show. */
export function AccessDialogs({ place, rows }: Props) {
  const { grant, end, term, close } = useAccessDialogs()
  const may = grantDenial(place) === null
  const rowOf = (id: string | null) => rows?.find(({ member }) => member.id === id)
  const ending = rowOf(end)
  const timed = rowOf(term)
  return (
    <Contained onClose={close}>
      {grant && may && <Grant place={place} onClose={close} />}
      {ending && may && <EndRole key={end} inAddress place={place} row={ending} onClose={close} />}
      {timed && may && <ChangeTerm key={term} place={place} row={timed} onClose={close} />}
    </Contained>
  )
}
