import { Input } from '@/components/ui/input'
import { Field } from './field'

type Props = {
  name: string
  typed: string
  onType: (typed: string) => void
  error: string | undefined
}

/** The name of what is deleted for good, typed by hand before the button works. */
export const TypedName = ({ name, typed, onType, error }: Props) => (
  <Field
    label={
      <>
        Type <bdi className="font-mono font-normal">{name}</bdi> to confirm
      </>
    }
    error={error}
  >
    {(control) => (
      <Input
        {...control}
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        data-autofocus
        value={typed}
        onChange={(event) => onType(event.target.value)}
      />
    )}
  </Field>
)
