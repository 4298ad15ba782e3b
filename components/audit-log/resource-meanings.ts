import type { AuditEvent } from '@/lib/modules/audit/event'
import { gain, loss, type Meaning, nobody, same } from './meaning'
import type { ResourceEvent } from './resource-words'

export const resourceMeanings: Record<ResourceEvent, (event: AuditEvent) => Meaning[]> = {
  'cloud.created': ({ after }) =>
    after?.autoAdd === true
      ? [gain('Everybody in the organization, and everybody who joins, is on this cloud')]
      : [gain('Organization owners own it; nobody else reaches it yet')],
  'cloud.renamed': nobody,
  'cloud.deleted': () => [loss('Every role on it and on its projects')],
  'cloud.auto_add_changed': ({ after }) =>
    after?.autoAdd === true
      ? [gain('Everybody in the organization, and everybody who joins, is on this cloud')]
      : [same('Whoever was added stays; nobody is added from now on')],
  'cloud.made_default': nobody,
  'project.created': ({ after }) => [
    after?.isPublic === true
      ? gain('Everybody on the cloud writes in it')
      : gain('Whoever made it owns it'),
  ],
  'project.changed': nobody,
  'project.visibility_changed': ({ after }) =>
    after?.isPublic === true
      ? [gain('Everybody on the cloud writes in it')]
      : [loss('Whoever held no role of their own in it reaches it no more')],
  'project.deleted': () => [loss('Every role in it')],
  'role_binding.created': () => [gain('From the next request on, or from the day that was set')],
  'role_binding.changed': () => [same('From the next request on')],
  'role_binding.removed': () => [loss('At the next request')],
  'role_binding.ended': () => [loss('From the moment that was set when it was given')],
  'workload.reported': nobody,
}
