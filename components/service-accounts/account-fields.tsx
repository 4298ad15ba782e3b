'use client'
import type { UseFormReturn } from 'react-hook-form'
import { useViewer } from '@/components/access/viewer'
import { Field } from '@/components/form/field'
import { Input } from '@/components/ui/input'
import { accountEmail, parseAccountName } from '@/lib/domain/service-account'
import { DESCRIPTION_MOST } from '@/lib/modules/service-accounts/service-account-rules'

type AccountValues = { name: string; description: string }

/** Its name, the address that follows from it, and what it is for; of a form that may have more. */
export function AccountFields<V extends AccountValues>({
  form: whole,
}: {
  form: UseFormReturn<V>
}) {
  const form = whole as unknown as UseFormReturn<AccountValues>
  const { organizationId } = useViewer()
  const { errors } = form.formState
  const parsed = parseAccountName(form.watch('name'))
  return (
    <>
      <Field
        label="Name"
        hint={
          parsed.ok ? (
            <>
              Its email will be{' '}
              <code className="font-mono [overflow-wrap:anywhere]">
                {accountEmail(parsed.name, organizationId)}
              </code>
            </>
          ) : (
            'Unique in the organization, such as “robot-bench”.'
          )
        }
        error={errors.name?.message}
        required
      >
        {(control) => (
          <Input
            {...control}
            {...form.register('name', {
              validate: (text) => {
                const given = parseAccountName(text)
                return given.ok || given.fault
              },
            })}
            autoComplete="off"
            spellCheck={false}
            data-autofocus
          />
        )}
      </Field>
      <Field
        label="What is it for?"
        aside={<span className="text-muted-foreground text-xs">Optional</span>}
        error={errors.description?.message}
      >
        {(control) => (
          <Input
            {...control}
            {...form.register('description')}
            maxLength={DESCRIPTION_MOST}
            dir="auto"
            autoComplete="off"
          />
        )}
      </Field>
    </>
  )
}
