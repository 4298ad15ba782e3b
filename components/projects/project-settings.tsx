'use client'
import { useId, useState } from 'react'
import { useViewer } from '@/components/access/viewer'
import { notify } from '@/components/feedback/notify'
import { ProblemBanner } from '@/components/feedback/problem-banner'
import { PlaceFacts } from '@/components/resources/place-facts'
import type { ProjectRow } from '@/components/resources/shapes'
import { Danger } from '@/components/settings/danger'
import { NameRow } from '@/components/settings/name-row'
import { SettingsForm } from '@/components/settings/settings-form'
import { SettingsRow } from '@/components/settings/settings-row'
import { useTexts } from '@/components/settings/use-texts'
import { cn } from '@/components/ui/cn'
import { fieldBox } from '@/components/ui/input'
import { lazily } from '@/components/ui/lazily'
import { useCommand } from '@/lib/client/use-command'
import { tierDenial } from '@/lib/domain/tier-denial'
import { projectDeletionDenial, projectNameDenial } from '@/lib/modules/projects/project-rules'
import { changeProjectAction } from '@/lib/transport/actions/projects'
import { projectReads } from './project-queries'
import { VisibilityRow } from './visibility-row'
import { Workloads } from './workloads'

const DeleteProject = lazily(() => import('./delete-project').then((m) => m.DeleteProject))

const fieldNames = { name: 'Name', description: 'Description' }

export function ProjectSettings({ project }: { project: ProjectRow }) {
  const { organizationId } = useViewer()
  const [deleting, setDeleting] = useState(false)
  const id = useId()
  const change = useCommand(changeProjectAction, {
    organizationId,
    invalidates: projectReads,
    onDone: ({ name }) =>
      notify.done(
        <>
          Saved <bdi className="font-medium">{name}</bdi>
        </>,
      ),
  })
  const stored = { name: project.name, description: project.description }
  const texts = useTexts(`project-${project.id}`, stored, project.version, {
    ...change,
    run: ({ name, description }, expectedVersion) =>
      change.run({
        projectId: project.id,
        ...(name !== stored.name && { name }),
        ...(description !== stored.description && { description }),
        expectedVersion,
      }),
  })
  const denial = tierDenial('project.change', project.tier)
  const descriptionFault = texts.problem?.errors?.find(({ pointer }) =>
    pointer.includes('description'),
  )
  return (
    <>
      <SettingsForm
        fields={texts.changed.map((key) => fieldNames[key])}
        pending={texts.pending}
        onSave={() => void texts.save()}
        onDiscard={texts.discard}
      >
        <ProblemBanner problem={texts.rest} className="mt-4" />
        <NameRow
          about="Unique on its cloud."
          reason={denial ?? projectNameDenial(project)?.detail ?? null}
          texts={texts}
        />
        <SettingsRow label="Description" htmlFor={id} about="What it is for, in a sentence.">
          <textarea
            id={id}
            dir="auto"
            rows={3}
            maxLength={2_000}
            value={texts.values.description}
            readOnly={denial !== null}
            aria-invalid={descriptionFault ? true : undefined}
            aria-describedby={`${id}note`}
            onChange={(event) => texts.type({ description: event.target.value })}
            className={cn(fieldBox, 'block h-auto min-h-18 py-1.5 max-sm:h-auto')}
          />
          <p id={`${id}note`} className="mt-1.5 text-muted-foreground text-xs empty:hidden">
            {descriptionFault?.detail ?? denial}
          </p>
        </SettingsRow>
        <VisibilityRow project={project} />
        <Workloads project={project} />
        <PlaceFacts kind="project" {...project} />
        <Danger
          title="Delete this project"
          verb="Delete project…"
          reason={
            tierDenial('project.delete', project.tier) ??
            projectDeletionDenial(project, { goingOn: 0 })?.detail ??
            null
          }
          onAsk={() => setDeleting(true)}
        >
          Everyone’s roles in it go at once, and what was reported to run in it is forgotten.
        </Danger>
      </SettingsForm>
      {deleting && <DeleteProject project={project} onClose={() => setDeleting(false)} />}
    </>
  )
}
