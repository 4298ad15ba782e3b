'use client'
import { ArrowRight, ShieldCheck } from 'lucide-react'
import { Avatar } from '@/components/access/avatar'
import { type Option, Picker } from '@/components/access/picker'
import { placeGlyph } from '@/components/access/place-glyph'
import { Truncate } from '@/components/ui/truncate'
import { plural } from '@/lib/client/words'
import type { LeftBehind } from '@/lib/modules/members/left-behind'
import { type Heir, type Heirs, ownedThings, type Thing } from './heirs'
import { MemberOptions } from './member-options'

type Props = {
  left: LeftBehind
  memberId: string
  name: string
  heirs: Heirs
  onChange: (heirs: Heirs) => void
}

/** Who owns next what somebody owns: a person of one's choice, or implicitly the owners of the organization. */
export function HandOver({ left, memberId, name, heirs, onChange }: Props) {
  const things = ownedThings(left)
  const only = things.filter(({ otherOwners }) => otherOwners.length === 0).length
  const hidden =
    left.clouds.count + left.projects.count - left.clouds.rows.length - left.projects.rows.length
  const give = (id: string, heir: Heir | null) => {
    const { [id]: _, ...others } = heirs
    onChange(heir ? { ...others, [id]: heir } : others)
  }
  return (
    <>
      <p>
        {only > 0 ? (
          <>
            <bdi>{name}</bdi> is the only one with the owner role on{' '}
            {only === things.length ? 'these' : `${only} of these`}.{' '}
          </>
        ) : (
          <>All of these have other owners. </>
        )}
        <Implicit heirs={left.heirs} /> own{left.heirs.count === 1 && 's'} everything implicitly.
      </p>
      <ul className="mt-2 flex flex-col gap-1.5">
        {things.map((thing) => (
          <li key={thing.id} className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <span className="flex min-w-0 flex-[1_1_12rem] items-center gap-2">
              <span className="flex shrink-0 text-muted-foreground">
                {placeGlyph(thing.on === null ? 'cloud' : 'project')}
              </span>
              <span className="min-w-0">
                <Truncate className="font-medium text-foreground">{thing.name}</Truncate>
                {thing.otherOwners.length > 0 && (
                  <span className="block text-muted-foreground text-xs">
                    also owned by <bdi>{thing.otherOwners.join(', ')}</bdi>
                  </span>
                )}
              </span>
            </span>
            <span className="flex min-w-0 flex-[1_1_14rem] items-center gap-2">
              <ArrowRight className="shrink-0 text-muted-foreground" />
              <HeirPicker
                thing={thing}
                leaving={memberId}
                heir={heirs[thing.id] ?? null}
                onChoose={(heir) => give(thing.id, heir)}
              />
            </span>
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <p className="mt-2 text-muted-foreground">
          And {plural(hidden, 'other', 'others')}, which the organization’s owners own implicitly.
        </p>
      )}
    </>
  )
}

const Implicit = ({ heirs: { names, count } }: Pick<LeftBehind, 'heirs'>) => {
  const [first] = names
  if (!first) return <>Organization owners</>
  return (
    <>
      <bdi>{first}</bdi>
      {count > 1 && ` and ${plural(count - 1, 'other organization owner')}`}
    </>
  )
}

type HeirProps = {
  thing: Thing
  leaving: string
  heir: Heir | null
  onChoose: (heir: Heir | null) => void
}

function HeirPicker({ thing, leaving, heir, onChoose }: HeirProps) {
  return (
    <Picker
      label={`New owner of ${thing.name}`}
      icon={heir ? <Avatar id={heir.id} name={heir.name} /> : <ShieldCheck />}
      words={heir?.name ?? 'Organization owners'}
      chosen
      wide
    >
      {(close) => (
        // Owners of the organization own it already; everybody else can be made an owner of it.
        <MemberOptions
          label="New owner"
          roles={['collaborator']}
          suits={({ id, suspendedAt }) => id !== leaving && !suspendedAt}
          before={[implicit]}
          onChoose={(_, member) => {
            onChoose(member ? { id: member.id, name: member.name } : null)
            close()
          }}
        />
      )}
    </Picker>
  )
}

const implicit: Option = {
  value: 'owners',
  label: 'Organization owners',
  hint: 'Implicitly, without a role of their own',
  icon: <ShieldCheck />,
}
