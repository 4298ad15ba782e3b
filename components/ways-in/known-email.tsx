import { Lock } from 'lucide-react'
import { Field } from '@/components/form/field'
import { Input } from '@/components/ui/input'

/** The address that a link is for: part of the form, for password managers, and not to be changed. */
export const KnownEmail = ({ email, hint }: { email: string; hint: string }) => (
  <Field label="Email" hint={hint}>
    {(control) => (
      <div className="relative">
        <Input
          {...control}
          name="email"
          type="email"
          autoComplete="username"
          value={email}
          readOnly
          className="h-9 pr-10"
        />
        <Lock className="absolute top-1/2 right-3 -translate-y-1/2 text-muted-foreground" />
      </div>
    )}
  </Field>
)
