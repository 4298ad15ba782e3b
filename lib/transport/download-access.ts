import 'server-only'
import type { SessionCaller } from '@/lib/kernel/caller'
import { execute } from '@/lib/kernel/execute'
import { whatCan } from '@/lib/modules/access/queries/what-can'
import { whoCan } from '@/lib/modules/access/queries/who-can'
import { csvFile, csvPages, pageAsked } from './download-csv'

/** Who may do something at a place, as the list shows it. */
export const whoCanDownload = csvFile('who-can', (caller: SessionCaller, input) =>
  csvPages(
    (after) => execute(whoCan, caller, { ...pageAsked(input, after), counts: false } as never),
    [
      'name',
      'email',
      'kind',
      'organization_role',
      'role',
      'origins',
      'ends',
      'user_id',
      'identity_id',
    ],
    ({ member, tier, origins, endsAt }) => [
      member.name,
      member.email,
      member.kind,
      member.role,
      tier ?? '',
      origins.join(' '),
      endsAt ?? '',
      member.userId,
      member.id,
    ],
  ),
)

/** Where somebody may do something. */
export const whatCanDownload = csvFile('what-can', (caller: SessionCaller, input) =>
  csvPages(
    (after) => execute(whatCan, caller, pageAsked(input, after) as never),
    ['cloud', 'project', 'role', 'origins', 'ends', 'cloud_id', 'project_id'],
    ({ cloud, project, tier, origins, endsAt }) => [
      cloud.name,
      project?.name ?? '',
      tier ?? '',
      origins.join(' '),
      endsAt ?? '',
      cloud.id,
      project?.id ?? '',
    ],
  ),
)
