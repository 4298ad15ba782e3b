import { Field } from '@/components/form/field'
import { Input } from '@/components/ui/input'

type Props = {
  name: 'name' | 'organizationName'
  label: string
  hint?: string
  error: string | undefined
  onText?: (text: string) => void
}

/** The name of somebody, or of an organization, who begins here. */
export const NameField = ({ name, label, hint, error, onText }: Props) => (
  <Field label={label} required error={error} {...(hint && { hint })}>
    {(control) => (
      <Input
        {...control}
        name={name}
        autoComplete={name === 'name' ? 'name' : 'organization'}
        dir="auto"
        className="h-9"
        onChange={onText && (({ target }) => onText(target.value))}
      />
    )}
  </Field>
)
