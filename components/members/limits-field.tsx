'use client'
import { useId } from 'react'
import { FieldGroup } from '@/components/form/field'
import { CheckboxLine } from '@/components/ui/checkbox'
import type { OrganizationLimit } from '@/lib/domain/roles'
import { limitOptions } from './limit-words'

type Props = {
  value: readonly OrganizationLimit[]
  onChange: (value: readonly OrganizationLimit[]) => void
}

/** The deny roles of the organization (facts §1.1): they take away, whatever the base role gives. */
export function LimitsField({ value, onChange }: Props) {
  const base = useId()
  return (
    <FieldGroup
      label="Deny roles"
      hint="They take away whatever the base role gives, from owners too."
    >
      {(group) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset has a legend, FieldGroup names this
        <div role="group" {...group} className="flex flex-col gap-2.5 pt-0.5">
          {limitOptions.map((option) => (
            <CheckboxLine
              key={option.value}
              id={`${base}${option.value}`}
              checked={value.includes(option.value)}
              onCheckedChange={(on) =>
                onChange(
                  on ? [...value, option.value] : value.filter((one) => one !== option.value),
                )
              }
            >
              <span className="block font-medium text-foreground">{option.label}</span>
              <span className="block text-xs max-sm:text-sm">{option.description}</span>
            </CheckboxLine>
          ))}
        </div>
      )}
    </FieldGroup>
  )
}
