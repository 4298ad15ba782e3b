'use client'
import { useState } from 'react'
import { useViewer } from '@/components/access/viewer'
import { Button } from '@/components/ui/button'
import { Dialog, DialogFooter } from '@/components/ui/dialog'
import { plural } from '@/lib/client/words'
import type { BindingRow } from './binding-shapes'
import { changeDenial, removalDenial, roleDenial } from './denials'
import { ManyList } from './many-list'
import type { Place } from './place'
import { usualChoices } from './role-choices'
import { RoleField } from './role-field'
import { useBindingCommand } from './use-change-binding'
import { useEndRole } from './use-end-role'
import { useItemRun } from './use-item-run'

type Props = {
  place: Place
  verb: 'change' | 'end'
  rows: readonly BindingRow[]
  /** `done`: something was begun, so nothing is chosen any more. */
  onClose: (done: boolean) => void
}

/** One deed on the roles of several: who is left out and why, then a result for each. */
export function ManyRoles({ place, verb, rows, onClose }: Props) {
  const { identityId } = useViewer()
  const [choice, setChoice] = useState(usualChoices[place.kind])
  const change = useBindingCommand(place)
  const end = useEndRole(place)
  const { run, start, stop } = useItemRun()
  const isEnd = verb === 'end'
  const reasonOf = (row: BindingRow) =>
    isEnd
      ? removalDenial(place, row, identityId)
      : (changeDenial(place, row, identityId) ?? roleDenial(place, row, choice.role, identityId))
  const fitting = rows.filter((row) => reasonOf(row) === null)
  const deed = (id: string) => {
    if (isEnd) return end.run(id)
    return change.run({ memberId: id, ...choice })
  }
  const size = plural(fitting.length, 'role')
  const running = run?.phase === 'running'
  const close = () => !running && onClose(run !== null)
  return (
    <Dialog
      open
      alert
      size="large"
      onOpenChange={close}
      title={
        run ? titleOf(verb, run.phase, rows, run.results) : `${isEnd ? 'End' : 'Change'} ${size}?`
      }
      description={
        <>
          On the {place.kind} <bdi>{place.name}</bdi>.
          {isEnd && place.kind === 'cloud' && ' Roles in its projects end with it.'}
        </>
      }
      footer={
        <DialogFooter note={running && 'Leave this page open until it is done.'}>
          {running && <Button onClick={stop}>Stop</Button>}
          {run && !running && (
            <Button variant="primary" onClick={close}>
              Done
            </Button>
          )}
          {!run && (
            <>
              <Button data-autofocus onClick={close}>
                Cancel
              </Button>
              <Button
                variant={isEnd ? 'destructive' : 'primary'}
                disabledReason={fitting.length === 0 && 'None of these can be changed that way.'}
                onClick={() =>
                  void start(
                    fitting.map(({ member }) => member.id),
                    deed,
                  )
                }
              >
                {isEnd ? `End ${size}` : `Change ${size}`}
              </Button>
            </>
          )}
        </DialogFooter>
      }
    >
      <div className="flex flex-col gap-4">
        {!isEnd && !run && (
          <RoleField label="New role" kind={place.kind} value={choice} onChange={setChoice} />
        )}
        <ManyList kind={place.kind} rows={rows} reasonOf={reasonOf} run={run} />
      </div>
    </Dialog>
  )
}

function titleOf(
  verb: Props['verb'],
  phase: string,
  rows: Props['rows'],
  results: ReadonlyMap<string, { state: string }>,
) {
  const done = [...results.values()].filter(({ state }) => state === 'done').length
  if (phase === 'running') {
    return `${verb === 'end' ? 'Ending' : 'Changing'} roles: ${results.size} of ${rows.length}`
  }
  const left = rows.length - done
  const words = `${plural(done, 'role')} ${verb === 'end' ? 'ended' : 'changed'}`
  return left > 0 ? `${words}, ${left} left out` : words
}
