'use client'
import { Check, Minus } from 'lucide-react'
import type { ComponentProps, KeyboardEvent, ReactNode } from 'react'
import { cn } from './cn'

type Props = Omit<ComponentProps<'button'>, 'type' | 'role' | 'children'> & {
  checked: boolean | 'indeterminate'
  onCheckedChange: (checked: boolean) => void
}

const states = { true: 'checked', false: 'unchecked', indeterminate: 'indeterminate' } as const

/** Needs a name: `aria-label`, or use `CheckboxLine`. The 24 px target surrounds the 16 px box. */
export const Checkbox = ({ className, checked, onCheckedChange, onClick, ...rest }: Props) => (
  // biome-ignore lint/a11y/useSemanticElements: an input cannot hold the mark
  <button
    {...rest}
    type="button"
    role="checkbox"
    aria-checked={checked === 'indeterminate' ? 'mixed' : checked}
    data-state={states[`${checked}`]}
    onKeyDown={onlyBySpace}
    onClick={(event) => {
      onClick?.(event)
      onCheckedChange(checked !== true)
    }}
    className={cn('checkbox', className)}
  >
    {checked && <span data-checkmark>{checked === true ? <Check /> : <Minus />}</span>}
  </button>
)

// A checkbox has no use for Enter (WAI-ARIA).
const onlyBySpace = (event: KeyboardEvent) => {
  if (event.key === 'Enter') event.preventDefault()
}

/** A checkbox and its sentence. */
export const CheckboxLine = ({
  children,
  ...rest
}: Props & { id: string; children: ReactNode }) => (
  <div className="flex items-start gap-2.5">
    <Checkbox {...rest} className="mt-0.5" />
    <label htmlFor={rest.id} className="text-foreground-2">
      {children}
    </label>
  </div>
)
