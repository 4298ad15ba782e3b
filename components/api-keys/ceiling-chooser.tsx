'use client'
import type { ReactNode } from 'react'
import { Picker, PickerList } from '@/components/access/picker'
import { Places } from '@/components/access/place-picker'
import { FieldGroup } from '@/components/form/field'
import { CheckboxLine } from '@/components/ui/checkbox'
import { Chip } from '@/components/ui/chip'
import { RadioCards } from '@/components/ui/radio-cards'
import { sentence } from '@/lib/client/words'
import { decide } from '@/lib/domain/decide'
import { entryOf, type Permission, permissionNames } from '@/lib/domain/permissions'
import type { OrganizationRole } from '@/lib/domain/roles'
import type { CeilingChoice } from './ceiling-choice'
import { usePlaceNames } from './use-place-names'

const cards = [
  { value: 'all', label: 'Everything', description: 'Whatever its holder may, now and later.' },
  { value: 'read', label: 'Read only', description: 'It looks, and changes nothing.' },
  { value: 'permissions', label: 'Chosen permissions', description: 'These alone, where held.' },
  { value: 'places', label: 'Chosen places', description: 'Clouds and projects, no others.' },
] as const

type Props = {
  choice: CeilingChoice
  onChange: (choice: CeilingChoice) => void
  /** Of whoever will hold the key: what they may not, is not offered. */
  role: OrganizationRole
  error?: string
}

/** The most that a new key may do, narrower than its holder. */
export function CeilingChooser({ choice, onChange, role, error }: Props) {
  const set = (change: Partial<CeilingChoice>) => onChange({ ...choice, ...change })
  return (
    <>
      <FieldGroup label="May do" error={error}>
        {(group) => (
          <RadioCards
            {...group}
            value={choice.kind}
            onValueChange={(kind) => set({ kind })}
            options={cards}
          />
        )}
      </FieldGroup>
      {choice.kind === 'permissions' && (
        <ChosenPermissions
          role={role}
          chosen={choice.permissions}
          onChange={(permissions) => set({ permissions })}
        />
      )}
      {choice.kind === 'places' && (
        <>
          <ChosenPlaces chosen={choice.places} onChange={(places) => set({ places })} />
          <CheckboxLine
            id="ceiling-read-only"
            checked={choice.readOnly}
            onCheckedChange={(readOnly) => set({ readOnly })}
          >
            Only look there, and change nothing
          </CheckboxLine>
        </>
      )}
    </>
  )
}

const levels = {
  project: 'In projects',
  cloud: 'On clouds',
  organization: 'In the organization',
} as const
type Level = keyof typeof levels

const offered = (role: OrganizationRole, level: Level) =>
  permissionNames.filter((name) => {
    const entry = entryOf(name)
    if (entry.level !== level) return false
    return level !== 'organization' || decide({ organizationRole: role }, name).allowed
  })

type PermissionProps = {
  role: OrganizationRole
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
}

function ChosenPermissions({ role, chosen, onChange }: PermissionProps) {
  const without = (gone: string) => chosen.filter((name) => name !== gone)
  return (
    <Chosen
      label="Permissions"
      chips={chosen.map((name) => ({
        id: name,
        name: sentence(entryOf(name as Permission).label),
      }))}
      onRemove={(id) => onChange(without(id))}
    >
      <Picker label="Permission" words="Add a permission" chosen={false}>
        {(close) => (
          <PickerList
            label="Permission"
            placeholder="What it may do"
            empty="Nothing is called so"
            groups={(Object.keys(levels) as Level[]).map((level) => ({
              label: levels[level],
              options: offered(role, level)
                .filter((name) => !chosen.includes(name))
                .map((value) => ({ value, label: sentence(entryOf(value).label), hint: value })),
            }))}
            onChoose={(name) => {
              onChange([...without(name), name])
              close()
            }}
          />
        )}
      </Picker>
    </Chosen>
  )
}

type PlaceProps = {
  chosen: CeilingChoice['places']
  onChange: (chosen: CeilingChoice['places']) => void
}

function ChosenPlaces({ chosen, onChange }: PlaceProps) {
  const names = usePlaceNames(chosen)
  const without = (gone: string) => chosen.filter(({ id }) => id !== gone)
  return (
    <Chosen
      label="Clouds and projects"
      hint="A cloud stands for its projects too."
      chips={chosen.map(({ id }) => ({ id, name: names.get(id) ?? id }))}
      onRemove={(id) => onChange(without(id))}
    >
      <Picker label="Place" words="Add a cloud or project" chosen={false}>
        {(close) => (
          <Places
            kinds={['cloud', 'project']}
            onChoose={(id) => {
              onChange([...without(id), { id }])
              close()
            }}
          />
        )}
      </Picker>
    </Chosen>
  )
}

type ChosenProps = {
  label: string
  hint?: string
  chips: readonly { id: string; name: string }[]
  onRemove: (id: string) => void
  children: ReactNode
}

/** What was chosen so far, each with its cross, and what adds another. */
const Chosen = ({ label, hint, chips, onRemove, children }: ChosenProps) => (
  <FieldGroup label={label} hint={hint}>
    {({ 'aria-labelledby': labelledBy }) => (
      // biome-ignore lint/a11y/useSemanticElements: no form of its own
      <div
        role="group"
        aria-labelledby={labelledBy}
        className="flex flex-wrap items-center gap-1.5"
      >
        {chips.map(({ id, name }) => (
          <Chip
            key={id}
            tone="accent"
            size="large"
            onRemove={() => onRemove(id)}
            removeLabel={`Remove ${name}`}
          >
            <bdi>{name}</bdi>
          </Chip>
        ))}
        {children}
      </div>
    )}
  </FieldGroup>
)
