'use client'
import { ChevronDown } from 'lucide-react'
import { FieldGroup } from '@/components/form/field'
import { Button } from '@/components/ui/button'
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
export const RoleField = ({ label, hint, kind, value, onChange }: Props) => (
  <FieldGroup label={label} hint={hint}>
    {() => (
      <DropdownMenu>
        <DropdownMenuTrigger>
          <Button className="w-full justify-between font-normal">
            {choiceLabel(kind, value)}
            <ChevronDown className="text-muted-foreground" />
          </Button>
        </DropdownMenuTrigger>
        <RoleBox>
          <RoleEntries kind={kind} value={value} onChoose={onChange} />
        </RoleBox>
      </DropdownMenu>
    )}
  </FieldGroup>
)
