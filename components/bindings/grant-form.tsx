'use client'
import { useState } from 'react'
import { useViewer } from '@/components/access/viewer'
import { notify } from '@/components/feedback/notify'
import { Field } from '@/components/form/field'
import { FormDialog } from '@/components/form/form-dialog'
import { plural } from '@/lib/client/words'
import { isolated } from '@/lib/domain/isolated'
import type { Granted } from './binding-shapes'
import { DayField } from './day-field'
import { dayOf, daysFault, endOf, startOf } from './days'
import { MemberPicker, useCandidates } from './member-picker'
import { addressesIn, type Picked, whoOf, withPicked } from './picked'
import type { Place, RoleChoice } from './place'
import { choiceLabel, limitOption, roleOptions, usualChoices } from './role-choices'
import { RoleField } from './role-field'
import { useGrant } from './use-grant'

type Props = { place: Place; onClose: () => void; onGranted: (answer: Granted) => void }

export function GrantForm({ place, onClose, onGranted }: Props) {
  const { organizationName } = useViewer()
  const [picked, setPicked] = useState<Picked[]>([])
  const [text, setText] = useState('')
  const [choice, setChoice] = useState(usualChoices[place.kind])
  const [days, setDays] = useState({ start: '', end: '' })
  const [fault, setFault] = useState<string>()
  const exactOnly = useCandidates(place, '').data?.exactOnly ?? false
  const grant = useGrant(place, (answer) => {
    if (answer.results.some(({ status }) => status !== 'granted')) return onGranted(answer)
    notify.done(
      <>
        Gave {plural(answer.results.length, 'member')} {choiceLabel(place.kind, choice)} on{' '}
        <bdi className="font-medium">{place.name}</bdi>
      </>,
    )
    onClose()
  })
  const dayFault = daysFault(days.start, days.end, new Date())
  const submit = () => {
    const typed = addressesIn(text)
    const all = withPicked(picked, typed.found)
    setPicked(all)
    setText(typed.rest)
    if (typed.rest) return setFault('Choose somebody from the list, or clear what is typed.')
    if (all.length === 0) return setFault('Choose at least one person.')
    if (dayFault) return
    void grant.run(all.map(whoOf), {
      ...choice,
      ...(days.start && { startsAt: startOf(days.start) }),
      ...(days.end && { endsAt: endOf(days.end) }),
    })
  }
  return (
    <FormDialog
      open
      inAddress
      size="large"
      title={grantTitle(place)}
      description={whoWords(place, exactOnly, organizationName)}
      onClose={onClose}
      onSubmit={submit}
      error={grant.problem}
      pending={grant.pending}
      dirty={picked.length > 0 || text !== ''}
      submitLabel={submitWords(place.kind, picked.length)}
      pendingLabel="Saving…"
      note="What happened to each is said after that."
    >
      <Field
        label="People"
        error={fault}
        hint="Several at once. A list of addresses can be pasted."
      >
        {(control) => (
          <MemberPicker
            place={place}
            control={control}
            picked={picked}
            onChange={(next) => {
              setPicked(next)
              setFault(undefined)
            }}
            text={text}
            onText={setText}
          />
        )}
      </Field>
      <RoleField
        label="Role"
        hint={hintOf(place.kind, choice)}
        kind={place.kind}
        value={choice}
        onChange={setChoice}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <DayField
          label="Starts"
          hint="Left blank: at once."
          value={days.start}
          min={dayOf(new Date().toISOString())}
          onChange={(start) => setDays({ ...days, start })}
        />
        <DayField
          label="Ends"
          hint="Left blank: no end. The day itself still counts."
          error={dayFault}
          value={days.end}
          min={dayOf(new Date().toISOString())}
          onChange={(end) => setDays({ ...days, end })}
        />
      </div>
    </FormDialog>
  )
}

const hintOf = (kind: Place['kind'], { role, readOnly }: RoleChoice) =>
  readOnly ? limitOption.hint : roleOptions(kind).find(({ value }) => value === role)?.hint

/** Whom the reader may pick here (issue 7 §2). */
function whoWords(place: Place, exactOnly: boolean, organizationName: string) {
  if (exactOnly) return 'Cloud owners add people by their exact email address.'
  if (place.kind === 'project') {
    return (
      <>
        People and service accounts on <bdi>{place.cloud.name}</bdi>. A role there comes first.
      </>
    )
  }
  return (
    <>
      People and service accounts of <bdi>{organizationName}</bdi>. Organization owners own every
      cloud already.
    </>
  )
}

const grantTitle = ({ kind, name }: Place) =>
  kind === 'cloud' ? `Grant permission on ${isolated(name)}` : `Add people to ${isolated(name)}`

function submitWords(kind: Place['kind'], count: number): string {
  if (count === 0) return kind === 'cloud' ? 'Grant permission' : 'Add people'
  return kind === 'cloud' ? `Grant to ${count}` : `Add ${count}`
}
