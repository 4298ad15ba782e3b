'use client'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useViewer } from '@/components/access/viewer'
import { CloudPicker } from '@/components/clouds/cloud-picker'
import { cloudQuery } from '@/components/clouds/cloud-queries'
import { notify } from '@/components/feedback/notify'
import { Field, FieldGroup } from '@/components/form/field'
import { FormDialog } from '@/components/form/form-dialog'
import { useProblemErrors } from '@/components/form/use-problem-errors'
import type { CloudRow } from '@/components/resources/shapes'
import { Button } from '@/components/ui/button'
import { CheckboxLine } from '@/components/ui/checkbox'
import { Chip } from '@/components/ui/chip'
import { Input } from '@/components/ui/input'
import { consoleQuery } from '@/lib/client/query'
import { useCommand } from '@/lib/client/use-command'
import { tierDenial } from '@/lib/domain/tier-denial'
import { createProjectAction } from '@/lib/transport/actions/projects'
import { projectReads } from './project-queries'

type Props = {
  /** Where it is made; without one the dialog asks, and proposes the default cloud. */
  cloud?: CloudRow
  onClose: () => void
}

/** The dialog `?create=1` of projects. Whoever makes one becomes its owner. */
export function CreateProject({ cloud: given, onClose }: Props) {
  const { organizationId } = useViewer()
  const router = useRouter()
  const [chosen, choose] = useState<string | null>(null)
  const usual = useQuery({
    ...consoleQuery<CloudRow | null>(organizationId, 'cloud.default'),
    enabled: !given,
  })
  const picked = useQuery({
    ...cloudQuery(organizationId, chosen ?? ''),
    enabled: chosen !== null && chosen !== '',
    placeholderData: undefined,
  })
  const cloud = given ?? (chosen === null ? usual.data : chosen ? picked.data : null) ?? null
  const denial = cloud && tierDenial('project.create', cloud.tier)
  const create = useCommand(createProjectAction, {
    organizationId,
    invalidates: projectReads,
    onDone: ({ id, name }) => {
      notify.done(
        <>
          Created <bdi className="font-medium">{name}</bdi>. You own it.
        </>,
      )
      router.replace(`/projects/${id}/access`)
    },
  })
  const form = useForm({
    mode: 'onTouched',
    defaultValues: { name: '', description: '', isPublic: false },
  })
  const rest = useProblemErrors(form, create.problem)
  const { errors, isDirty } = form.formState
  const isPublic = form.watch('isPublic')
  const reason = cloud ? denial : 'Choose a cloud first.'
  return (
    <FormDialog
      open
      inAddress
      title="Create a project"
      description={
        given && (
          <>
            On <bdi>{given.name}</bdi>.
          </>
        )
      }
      onClose={onClose}
      onSubmit={form.handleSubmit((values) => {
        if (cloud) void create.run({ ...values, cloudId: cloud.id })
      })}
      error={rest}
      pending={create.pending}
      dirty={isDirty}
      submitLabel="Create project"
      pendingLabel="Creating…"
      submitReason={reason}
      note={reason ?? 'You become its owner.'}
    >
      {!given && (
        <FieldGroup label="Cloud" error={denial ?? undefined}>
          {() =>
            cloud ? (
              <div className="flex items-center gap-2">
                <span className="min-w-0">
                  <Chip size="large">{cloud.name}</Chip>
                </span>
                <Button variant="ghost" size="small" onClick={() => choose('')}>
                  Change
                </Button>
              </div>
            ) : (
              <div className="rounded-lg border p-1">
                <CloudPicker label="Cloud" onChoose={choose} />
              </div>
            )
          }
        </FieldGroup>
      )}
      <Field label="Name" hint="Unique on its cloud." error={errors.name?.message} required>
        {(control) => (
          <Input
            {...control}
            {...form.register('name', {
              validate: (text) => text.trim() !== '' || 'Enter a name.',
            })}
            autoComplete="off"
            spellCheck={false}
            dir="auto"
            data-autofocus
          />
        )}
      </Field>
      <Field label="Description" hint="Optional." error={errors.description?.message}>
        {(control) => <Input {...control} {...form.register('description')} dir="auto" />}
      </Field>
      <CheckboxLine
        id="create-project-public"
        checked={isPublic}
        onCheckedChange={(on) => form.setValue('isPublic', on, { shouldDirty: true })}
      >
        Allow all users in this cloud to view and edit this project
      </CheckboxLine>
    </FormDialog>
  )
}
