'use client'
import {
  DropdownMenuChoiceItem,
  DropdownMenuRadioGroup,
  DropdownMenuSeparator,
} from '@/components/ui/dropdown-menu'
import type { Place, RoleChoice } from './place'
import { limitOption, roleOptions, withRole } from './role-choices'

type Props = {
  kind: Place['kind']
  value: RoleChoice
  /** Why a role cannot be chosen; null: it can. */
  denialOf?: (role: RoleChoice['role']) => string | null
  onChoose: (choice: RoleChoice) => void
}

/** The base roles, each with its sentence; on a cloud a line, then the limit. */
export function RoleEntries({ kind, value, denialOf, onChoose }: Props) {
  return (
    <>
      <DropdownMenuRadioGroup value={value.role}>
        {roleOptions(kind).map((option) => (
          <DropdownMenuChoiceItem
            key={option.value}
            choice={{ value: option.value }}
            hint={option.hint}
            disabledReason={denialOf?.(option.value)}
            onSelect={() => onChoose(withRole(value, option.value))}
          >
            {option.label}
          </DropdownMenuChoiceItem>
        ))}
      </DropdownMenuRadioGroup>
      {kind === 'cloud' && (
        <>
          <DropdownMenuSeparator />
          <DropdownMenuChoiceItem
            choice={{ checked: value.readOnly }}
            hint={limitOption.hint}
            disabledReason={
              value.role === 'owner' &&
              'A cloud owner cannot be read only. Choose another role first.'
            }
            onSelect={() => onChoose({ role: value.role, readOnly: !value.readOnly })}
          >
            {limitOption.label}
          </DropdownMenuChoiceItem>
        </>
      )}
    </>
  )
}
