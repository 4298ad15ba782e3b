'use client'
import { ChevronDown } from 'lucide-react'
import { FieldGroup } from '@/components/form/field'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { DropdownMenu, DropdownMenuTrigger } from '@/components/ui/menu-trigger'
import type { Place, RoleChoice } from './place'
import { choiceLabel } from './role-choices'
import { RoleEntries } from './role-entries'
import { RoleBox } from './role-menu'

type Props = {
  label: string
  hint?: string
  kind: Place['kind']
  value: RoleChoice
  onChange: (choice: RoleChoice) => void
}

/** A role in a form: pressed, it opens the roles with what each permits. */
export const RoleField = ({ label, hint, ...choice }: Props) => (
  <FieldGroup label={label} hint={hint}>
    {() => <RoleSelect {...choice} className="w-full" />}
  </FieldGroup>
)

type SelectProps = Pick<Props, 'kind' | 'value' | 'onChange'> & {
  /** Where nothing else says of what it is: "Role on prod-us-west-2". */
  name?: string
  className?: string
}

export const RoleSelect = ({ kind, value, onChange, name, className }: SelectProps) => (
  <DropdownMenu>
    <DropdownMenuTrigger>
      <Button
        aria-label={name && `${name}: ${choiceLabel(kind, value)}`}
        className={cn('justify-between font-normal', className)}
      >
        <span className="min-w-0 truncate">{choiceLabel(kind, value)}</span>
        <ChevronDown className="text-muted-foreground" />
      </Button>
    </DropdownMenuTrigger>
    <RoleBox>
      <RoleEntries kind={kind} value={value} onChoose={onChange} />
    </RoleBox>
  </DropdownMenu>
)
