'use client'
import { CircleAlert } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { cn } from '@/components/ui/cn'

/** What the control must carry so that its label, hint and error belong to it. */
export type ControlProps = {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': boolean | undefined
  'aria-required': boolean | undefined
}

type Props = {
  label: ReactNode
  hint?: ReactNode
  /** Replaces the hint. */
  error?: string
  required?: boolean
  /** At the right of the label, such as a link. */
  aside?: ReactNode
  className?: string
  children: (control: ControlProps) => ReactNode
}

/** Label above, hint below, error instead of the hint: `<Field label="Name">{(c) => <Input {...c} />}</Field>`. */
export function Field({ label, hint, error, required, aside, className, children }: Props) {
  const id = useId()
  const note = `${id}note`
  return (
    <div className={cn('flex min-w-0 flex-col gap-1.5', className)}>
      <div className="flex items-baseline justify-between gap-3">
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        {aside}
      </div>
      {children({
        id,
        'aria-describedby': error || hint ? note : undefined,
        'aria-invalid': error ? true : undefined,
        'aria-required': required || undefined,
      })}
      <FieldNote id={note} hint={hint} error={error} />
    </div>
  )
}

type GroupControl = { 'aria-labelledby': string; 'aria-describedby': string | undefined }
type GroupProps = Omit<Props, 'children' | 'required'> & {
  children: (control: GroupControl) => ReactNode
}

/** The same for controls that are several elements: radio cards, lists. */
export function FieldGroup({ label, hint, error, aside, className, children }: GroupProps) {
  const id = useId()
  const note = `${id}note`
  return (
    <div className={cn('flex min-w-0 flex-col gap-1.5', className)}>
      <div className="flex items-baseline justify-between gap-3">
        <span id={id} className="font-medium">
          {label}
        </span>
        {aside}
      </div>
      {children({ 'aria-labelledby': id, 'aria-describedby': error || hint ? note : undefined })}
      <FieldNote id={note} hint={hint} error={error} />
    </div>
  )
}

const FieldNote = ({ id, hint, error }: { id: string; hint?: ReactNode; error?: string }) => (
  <div id={id} aria-live="polite" className="text-muted-foreground text-xs empty:hidden">
    {error ? <FieldError>{error}</FieldError> : hint}
  </div>
)

export const FieldError = ({ children }: { children: ReactNode }) => (
  <span className="flex items-start gap-1.5 text-destructive-text">
    <CircleAlert className="mt-px size-3.5 stroke-2" />
    <span>{children}</span>
  </span>
)
