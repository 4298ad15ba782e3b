import { fieldBox } from '@/components/ui/input'

type Props = {
  id: string
  value: string
  /** A word of it, as an example. */
  placeholder: string
  dir: 'auto' | 'ltr'
  fault: string | undefined
  onType: (text: string) => void
}

/** Several of a kind, one to a line; what they come to stands under it, in `${id}note`. */
export const LinesInput = ({ id, fault, onType, ...props }: Props) => (
  <textarea
    id={id}
    rows={3}
    spellCheck={false}
    autoComplete="off"
    autoCapitalize="off"
    className={`${fieldBox} h-auto! py-1.5`}
    aria-invalid={fault ? true : undefined}
    aria-describedby={`${id}note`}
    onChange={(event) => onType(event.target.value)}
    {...props}
  />
)
