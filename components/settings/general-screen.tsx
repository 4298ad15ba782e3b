'use client'
import { useQuery } from '@tanstack/react-query'
import { useViewer } from '@/components/access/viewer'
import { ProblemBanner } from '@/components/feedback/problem-banner'
import { CopyField } from '@/components/ui/copy-field'
import { DangerZone } from './danger-zone'
import { type Details, detailsQuery } from './details'
import { GeneralPage } from './general-page'
import { NameRow } from './name-row'
import { NewPeople } from './new-people'
import { PeopleFacts } from './people-facts'
import { RegistrationLink } from './registration-link'
import { SettingsForm } from './settings-form'
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
  return (
    <SettingsForm
      fields={[...(rename.dirty ? ['Name'] : []), ...(newPeople.dirty ? ['New people'] : [])]}
      pending={rename.pending || newPeople.pending}
      onSave={() => {
        if (rename.dirty) void rename.save()
        if (newPeople.dirty) void newPeople.save()
      }}
      onDiscard={() => {
        rename.discard()
        newPeople.discard()
      }}
    >
      <ProblemBanner problem={rename.rest} className="mt-4" />
      <NameRow
        about="Shown in the sidebar, in invitations and in the audit log."
        autoComplete="organization"
        reason={null}
        texts={rename}
      />
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
    </SettingsForm>
  )
}
