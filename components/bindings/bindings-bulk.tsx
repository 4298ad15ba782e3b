'use client'
import { CircleMinus, ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import { useViewer } from '@/components/access/viewer'
import { type BulkAction, BulkBar } from '@/components/data-table/bulk-bar'
import type { ListSelection } from '@/components/data-table/use-selection'
import { lazily } from '@/components/ui/lazily'
import { type AccessRow, type BindingRow, isInherited } from './binding-shapes'
import { changeDenial, removalDenial } from './denials'
import type { Place } from './place'

const ManyRoles = lazily(() => import('./many-roles').then((m) => m.ManyRoles))

type Props = { place: Place; selection: ListSelection<AccessRow> }
type Verb = 'change' | 'end'

const MOST = 200

/** Change role and End role, for the chosen; who is left out, and why, stands in the dialog. */
export function BindingsBulk({ place, selection }: Props) {
  const { identityId } = useViewer()
  const [verb, setVerb] = useState<{ verb: Verb; rows: readonly BindingRow[] } | null>(null)
  const rows = selection.rows.filter((row): row is BindingRow => !isInherited(row))
  const suits = (reasonOf: (row: BindingRow) => string | null) => {
    const reasons = rows.map(reasonOf)
    const fits = reasons.filter((reason) => reason === null).length
    const tooMany = rows.length > MOST ? `Choose at most ${MOST} at once.` : null
    return {
      ...(fits > 0 && { fits }),
      disabledReason: tooMany ?? (fits === 0 ? (reasons[0] ?? null) : null),
    }
  }
  const actions: BulkAction[] = [
    {
      id: 'change',
      label: 'Change role…',
      icon: <ShieldCheck />,
      ...suits((row) => changeDenial(place, row, identityId)),
      run: () => setVerb({ verb: 'change', rows }),
    },
    {
      id: 'end',
      label: 'End role…',
      icon: <CircleMinus />,
      tone: 'destructive',
      ...suits((row) => removalDenial(place, row, identityId)),
      run: () => setVerb({ verb: 'end', rows }),
    },
  ]
  return (
    <>
      <BulkBar selection={selection} actions={actions} note={`${MOST} rows at most`} />
      {verb && (
        <ManyRoles
          place={place}
          verb={verb.verb}
          rows={verb.rows}
          onClose={(done) => {
            setVerb(null)
            if (done) selection.clear()
          }}
        />
      )}
    </>
  )
}
