'use client'
import { Field } from '@/components/form/field'
import { useSwitch } from '@/components/organizations/use-switch'
import { FormProblem } from '@/components/sign-in/form-problem'
import { Select } from '@/components/ui/select'
import { isolated } from '@/lib/domain/isolated'

type Props = { code: string; present: string; others: { id: string; name: string }[] }

/** A key belongs to one organization: for another one they go there first, and come back to this page. */
export function OtherOrganization({ code, present, others }: Props) {
  const { run, pending, problem } = useSwitch()
  if (others.length === 0) return null
  const here = `/login-code?${new URLSearchParams({ code })}`
  const labels = Object.fromEntries([
    [present, 'This one'],
    ...others.map(({ id, name }) => [id, isolated(name)]),
  ])
  return (
    <div className="mt-6 flex flex-col gap-3">
      <FormProblem problem={problem} />
      <Field label="For another organization" hint="You go there first, and are asked again.">
        {(control) => (
          <Select
            {...control}
            labels={labels}
            value={pending ?? present}
            onChange={({ target }) => void run(target.value, here)}
          />
        )}
      </Field>
    </div>
  )
}
