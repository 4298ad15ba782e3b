import type { ReactNode } from 'react'
import type { EventName } from '@/lib/domain/events'
import { placeRoleLabel } from '@/lib/domain/roles'
import { Named } from './named'

/** A fact of an event by its key, as text. */
export type Fact = (key: string) => string | undefined
type Facts = { subject: ReactNode; before: Fact; after: Fact }
export type ResourceEvent = Extract<
  EventName,
  | `cloud.${string}`
  | `project.${string}`
  | `role_binding.${string}`
  | `workload.${string}`
  | `service_account.${string}`
>

/** The role that a binding's facts name: { cloud, project?, role, readOnly }. */
const roleOf = (fact: Fact) =>
  placeRoleLabel({
    on: fact('project') ? 'project' : 'cloud',
    role: fact('role') ?? '',
    readOnly: fact('readOnly') === 'true',
  })
const place = (fact: Fact) => <Named>{fact('project') ?? fact('cloud') ?? 'a cloud'}</Named>
const onCloud = (fact: Fact) =>
  fact('cloud') && (
    <>
      {' '}
      on <Named>{fact('cloud')}</Named>
    </>
  )
const why: Record<string, string> = {
  removed: ', by the removal',
  left: ', by leaving',
  cloud_role_removed: ', with the role on the cloud',
  handed_over: ', handed over',
}

export const resourceWords: Record<ResourceEvent, (facts: Facts) => ReactNode> = {
  'service_account.created': ({ subject }) => <>made the service account {subject}</>,
  'service_account.changed': ({ subject, before, after }) =>
    before('name') ? (
      <>
        renamed the service account <Named>{before('name')}</Named> to{' '}
        <Named>{after('name') ?? 'another name'}</Named>
      </>
    ) : (
      <>changed what the service account {subject} is for</>
    ),
  'service_account.disabled': ({ subject }) => <>disabled the service account {subject}</>,
  'service_account.enabled': ({ subject }) => <>enabled the service account {subject}</>,
  'service_account.deleted': ({ subject }) => <>deleted the service account {subject}</>,
  'cloud.created': ({ subject }) => <>made the cloud {subject}</>,
  'cloud.renamed': ({ before, subject }) => (
    <>
      renamed the cloud <Named>{before('name')}</Named> to {subject}
    </>
  ),
  'cloud.deleted': ({ subject }) => <>deleted the cloud {subject}</>,
  'cloud.auto_add_changed': ({ subject, after }) =>
    after('autoAdd') === 'true' ? (
      <>turned on that everybody is added to {subject}</>
    ) : (
      <>turned off that everybody is added to {subject}</>
    ),
  'cloud.made_default': ({ subject }) => <>made {subject} the default cloud</>,
  'project.created': ({ subject, after }) => (
    <>
      made the project {subject}
      {onCloud(after)}
    </>
  ),
  'project.changed': ({ subject }) => <>changed the project {subject}</>,
  'project.visibility_changed': ({ subject, after }) => (
    <>
      made the project {subject} {after('isPublic') === 'true' ? 'public' : 'private'}
    </>
  ),
  'project.deleted': ({ subject, before }) => (
    <>
      deleted the project {subject}
      {onCloud(before)}
    </>
  ),
  'role_binding.created': ({ subject, after }) => (
    <>
      gave {subject} {roleOf(after)} on {place(after)}
      {why[after('because') ?? '']}
    </>
  ),
  'role_binding.changed': ({ subject, before, after }) => (
    <>
      changed the role of {subject} on {place(after)} from {roleOf(before)} to {roleOf(after)}
    </>
  ),
  'role_binding.removed': ({ subject, before, after }) => (
    <>
      took {roleOf(before)} on {place(before)} from {subject}
      {why[after('because') ?? '']}
    </>
  ),
  'role_binding.ended': ({ subject, before }) => (
    <>
      saw {roleOf(before)} on {place(before)} end for {subject}, as planned
    </>
  ),
  'workload.reported': ({ subject, after }) => (
    <>
      reported {subject} as {after('state') ?? 'seen'}
    </>
  ),
}
