'use client'
import { Plus, X } from 'lucide-react'
import { Popover } from 'radix-ui'
import { useState } from 'react'
import { placeGlyph } from '@/components/access/place-glyph'
import { type FoundPlace, Places } from '@/components/access/place-picker'
import { RoleSelect } from '@/components/bindings/role-field'
import { FieldGroup } from '@/components/form/field'
import { Button } from '@/components/ui/button'
import { PopoverBox } from '@/components/ui/popover-box'
import { Truncate } from '@/components/ui/truncate'
import { type ChosenRole, withChoice, withoutPlace, withPlace } from './chosen-access'

type Props = { roles: readonly ChosenRole[]; onChange: (roles: ChosenRole[]) => void }

/** Which roles a new account gets: a row for each cloud, below it those in its projects. */
export const AccessFields = ({ roles, onChange }: Props) => (
  <FieldGroup label="Access" hint="Always a collaborator. A service account can’t become an owner.">
    {(group) => (
      <ul {...group} className="divide-y divide-border rounded-lg border">
        {roles.map((role) => (
          <li
            key={role.id}
            className="flex items-center gap-2 py-2 pr-2 pl-3 max-sm:flex-wrap max-sm:py-1.5"
          >
            <span className="flex text-muted-foreground">{placeGlyph(role.kind)}</span>
            <span className="flex min-w-0 flex-1 gap-1.5">
              <Truncate className="font-medium">{role.name}</Truncate>
              {role.kind === 'project' && (
                <span className="flex min-w-0 shrink-2 gap-1.5 text-muted-foreground">
                  ·<Truncate>{role.cloud.name}</Truncate>
                </span>
              )}
            </span>
            <RoleSelect
              kind={role.kind}
              value={role.choice}
              onChange={(choice) => onChange(withChoice(roles, role.id, choice))}
              name={`Role on ${role.name}`}
              className="w-48 max-sm:order-last max-sm:mb-1 max-sm:w-full"
            />
            <Button
              variant="ghost"
              size="icon"
              icon={<X />}
              aria-label={`Leave out ${role.name}`}
              onClick={() => onChange(withoutPlace(roles, role.id))}
            />
          </li>
        ))}
        <li>
          <AddPlace onAdd={(place) => onChange(withPlace(roles, place))} />
        </li>
      </ul>
    )}
  </FieldGroup>
)

function AddPlace({ onAdd }: { onAdd: (place: FoundPlace) => void }) {
  const [open, setOpen] = useState(false)
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <Button
          variant="ghost"
          icon={<Plus />}
          className="h-10 w-full justify-start gap-2.5 px-3 font-normal"
        >
          Add a cloud or project
        </Button>
      </Popover.Trigger>
      <PopoverBox label="Place">
        <Places
          kinds={['project', 'cloud']}
          onChoose={(_, place) => {
            onAdd(place)
            setOpen(false)
          }}
        />
      </PopoverBox>
    </Popover.Root>
  )
}
