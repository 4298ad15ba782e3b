'use client'
import { Check, Minus } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Dialog, DialogFooter } from '@/components/ui/dialog'
import { plural } from '@/lib/client/words'
import type { Granted } from './binding-shapes'
import type { Place } from './place'

type Props = { place: Place; answer: Granted; onClose: () => void }
type Result = Granted['results'][number]

/** What happened to each: never all or nothing. Whoever was left out comes first, with the reason. */
export function GrantResults({ place, answer, onClose }: Props) {
  const given = answer.results.filter(({ status }) => status === 'granted')
  const left = answer.results.filter(({ status }) => status !== 'granted')
  const words = given.length === 0 ? 'No one was added' : `${plural(given.length, 'member')} added`
  return (
    <Dialog
      open
      inAddress
      size="large"
      onOpenChange={onClose}
      title={`${words}, ${plural(left.length, 'left out', 'left out')}`}
      description={
        <>
          On <bdi>{place.name}</bdi>.
        </>
      }
      footer={
        <DialogFooter>
          <Button variant="primary" data-autofocus onClick={onClose}>
            Done
          </Button>
        </DialogFooter>
      }
    >
      <ul aria-label="Results" className="divide-y divide-border-subtle rounded-lg border">
        {[...left, ...given].map((result) => (
          <Line key={result.memberId ?? result.email} result={result} />
        ))}
      </ul>
    </Dialog>
  )
}

const Line = ({ result }: { result: Result }) => (
  <li className="flex gap-2.5 px-3 py-2.5">
    <span className="mt-0.5">
      {result.status === 'granted' ? (
        <Check className="text-success-text" />
      ) : (
        <Minus className="text-muted-foreground" />
      )}
    </span>
    <div className="min-w-0 flex-1">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <bdi className="min-w-0 font-medium [overflow-wrap:anywhere]">
          {result.name ?? result.email}
        </bdi>
        <span className="text-muted-foreground text-xs">{statusWords[result.status]}</span>
      </div>
      {result.detail && result.status === 'refused' && (
        <p className="text-foreground-2 text-xs [overflow-wrap:anywhere]">{result.detail}</p>
      )}
    </div>
  </li>
)

const statusWords: Record<Result['status'], string> = {
  granted: 'Added',
  already: 'Left as it was: has a role already',
  refused: 'Left out',
}
