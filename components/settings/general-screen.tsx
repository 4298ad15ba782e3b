'use client'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { useViewer } from '@/components/access/viewer'
import { ProblemBanner } from '@/components/feedback/problem-banner'
import { FieldError } from '@/components/form/field'
import { PageBody } from '@/components/layout/page'
import { CopyField } from '@/components/ui/copy-field'
import { Input } from '@/components/ui/input'
import { DangerZone } from './danger-zone'
import { type Details, detailsQuery } from './details'
import { GeneralPage } from './general-page'
import { NameConflict } from './name-conflict'
import { NewPeople } from './new-people'
import { PeopleFacts } from './people-facts'
import { RegistrationLink } from './registration-link'
import { SaveBar } from './save-bar'
import { SettingsRow } from './settings-row'
import { useNewPeople } from './use-new-people'
import { useRename } from './use-rename'

/** /settings/general: Organizational details. */
export function GeneralScreen() {
  const { organizationId } = useViewer()
  const read = useQuery(detailsQuery(organizationId))
  return (
    <GeneralPage path="/api/gatehouse/v1/organization" read={read}>
      {(details) => <General details={details} />}
    </GeneralPage>
  )
}

function General({ details }: { details: Details }) {
  const rename = useRename(details)
  const newPeople = useNewPeople()
  const id = useId()
  const { problem } = rename
  const fault = problem?.errors?.[0]?.detail
  const stale = problem?.code === 'stale' ? problem : null
  return (
    <form
      noValidate
      className="flex min-h-0 flex-1 flex-col"
      onSubmit={(event) => {
        event.preventDefault()
        if (rename.dirty) void rename.save()
        if (newPeople.dirty) void newPeople.save()
      }}
    >
      <PageBody className="pt-0">
        <div className="max-w-212">
          {problem && !fault && !stale && <ProblemBanner problem={problem} className="mt-4" />}
          <SettingsRow
            label="Name"
            htmlFor={id}
            about="Shown in the sidebar, in invitations and in the audit log."
          >
            <Input
              ref={rename.input}
              id={id}
              dir="auto"
              value={rename.value}
              onChange={(event) => rename.type(event.target.value)}
              maxLength={200}
              autoComplete="organization"
              aria-invalid={fault ? true : undefined}
              aria-describedby={`${id}note`}
            />
            <div id={`${id}note`} aria-live="polite" className="mt-1.5 text-xs empty:hidden">
              {fault && <FieldError>{fault}</FieldError>}
            </div>
            {stale && (
              <NameConflict
                problem={stale}
                yours={rename.value}
                pending={rename.pending}
                onKeepTheirs={rename.discard}
                onSaveMine={rename.save}
              />
            )}
          </SettingsRow>
          <SettingsRow
            label="Organization ID"
            about="Used by the API, the CLI and the registration link. It never changes."
          >
            <CopyField value={details.id} label="organization ID" />
          </SettingsRow>
          <RegistrationLink link={details.registrationLink} />
          <NewPeople form={newPeople} />
          <PeopleFacts details={details} />
          <DangerZone details={details} />
        </div>
      </PageBody>
      <SaveBar
        fields={[...(rename.dirty ? ['Name'] : []), ...(newPeople.dirty ? ['New people'] : [])]}
        pending={rename.pending || newPeople.pending}
        onDiscard={() => {
          rename.discard()
          newPeople.discard()
        }}
      />
    </form>
  )
}
