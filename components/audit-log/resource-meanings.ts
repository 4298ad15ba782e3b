import type { AuditEvent } from '@/lib/modules/audit/event'
import { gain, loss, type Meaning, nobody, same } from './meaning'
import type { ResourceEvent } from './resource-words'

export const resourceMeanings: Record<ResourceEvent, (event: AuditEvent) => Meaning[]> = {
  'service_account.created': ({ after }) =>
    after?.cloudCount
      ? [gain('Reach the clouds that everybody is on, with a key that is still to be made')]
      : [same('It holds no role and no key yet')],
  'service_account.changed': ({ before }) =>
    before?.name
      ? [same('Its address is another one; ids, keys and roles stay')]
      : [same('Nobody’s access changed')],
  'service_account.disabled': () => [
    loss('Its keys are refused from the next request on'),
    same('Keys and roles wait, and come back as they were when it is enabled'),
  ],
  'service_account.enabled': () => [gain('The same access as before, with the same keys')],
  'service_account.deleted': () => [
    loss('Its keys and its roles, at the next request'),
    same('An account of the same name later is another one, with new ids'),
  ],
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
