'use client'
import { useId } from 'react'
import { FieldGroup } from '@/components/form/field'
import { Checkbox } from '@/components/ui/checkbox'
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
        // biome-ignore lint/a11y/useSemanticElements: a fieldset has a legend; FieldGroup names this
        <div
          role="group"
          {...group}
          className="divide-y divide-border rounded-md border border-border-strong"
        >
          {limitOptions.map((option) => {
            const id = `${base}${option.value}`
            const change = (on: boolean) =>
              onChange(on ? [...value, option.value] : value.filter((one) => one !== option.value))
            return (
              <label key={option.value} htmlFor={id} className="flex gap-2.5 p-3 hover:bg-accent">
                <Checkbox
                  id={id}
                  aria-labelledby={`${id}-label`}
                  aria-describedby={`${id}-description`}
                  checked={value.includes(option.value)}
                  onCheckedChange={change}
                  className="mt-0.5"
                />
                <span className="min-w-0">
                  <span id={`${id}-label`} className="block font-medium">
                    {option.label}
                  </span>
                  <span
                    id={`${id}-description`}
                    className="block text-foreground-2 text-xs max-sm:text-sm"
                  >
                    {option.description}
                  </span>
                </span>
              </label>
            )
          })}
        </div>
      )}
    </FieldGroup>
  )
}
