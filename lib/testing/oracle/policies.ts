/**
 * The rules of anyscale-iam.md §1.2 to 1.4 once more, as Cedar reads them: written from the facts, and knowing nothing of
 * lib/domain. A principal's tags are their rows, by the id of a cloud or a project.
 */
const live = (row: string) =>
  `((!(${row} has startsAt) || ${row}.startsAt <= context.now) && (!(${row} has endsAt) || context.now < ${row}.endsAt))`
const onCloud = `(principal.hasTag(resource.cloud) && ${live('principal.getTag(resource.cloud)')})`
const ownsCloud = `(${onCloud} && principal.getTag(resource.cloud).role == "owner")`
const writesOnCloud = `(${onCloud} && !principal.getTag(resource.cloud).readOnly
  && ["owner", "writer", "collaborator"].contains(principal.getTag(resource.cloud).role))`
const inProject = `(principal.hasTag(resource.project) && ${live('principal.getTag(resource.project)')})`
const writesInProject = `(${inProject} && ["owner", "write"].contains(principal.getTag(resource.project).role))`
const ownsProject = `(${inProject} && principal.getTag(resource.project).role == "owner")`

const actions = (...names: string[]) =>
  `action in [${names.map((name) => `Action::"${name}"`).join(', ')}]`

const everybodys = actions(
  'organization.read',
  'access.read_own',
  'member.leave',
  'api_key.list_own',
  'api_key.create_own',
  'api_key.revoke_own',
  'token.own',
  'cloud.list',
  'project.list',
  'image.create',
  'image.archive',
  'image.deploy_base',
  'image.deploy_custom',
  'image.list',
  'image.read',
)
const reading = ['project.read', 'project.list_members', 'workload.read', 'workload.read_logs']
const writing = ['workload.report', 'workload.run', 'workload.open_terminal', 'workload.duplicate']
const owning = ['project.grant', 'project.change', 'project.change_visibility', 'project.delete']

const readingProjects = actions(...reading)
const writingInProjects = actions(...writing)
const owningProjects = actions(...owning)
const inProjects = actions(...reading, ...writing, ...owning)

export const policies: Record<string, string> = {
  // §1.2: full rights everywhere, implicitly.
  organization_owner: `permit (principal, action, resource)
    when { principal.active && principal.role == "owner" };`,
  everybody: `permit (principal, ${everybodys}, resource) when { principal.active };`,
  // §1.1, 1.2: limits of the organization take away, from owners too.
  image_reader: `forbid (principal, ${actions('image.create')}, resource)
    when { principal.limits.containsAny(["image_reader", "image_reader_no_base_images"]) };`,
  no_base_images: `forbid (principal, ${actions('image.deploy_base')}, resource)
    when { principal.limits.contains("image_reader_no_base_images") };`,
  // A key does no more than it was made for.
  ceiling: `forbid (principal, action, resource)
    when { context has ceiling && !context.ceiling.contains(context.permission) };`,
  // §1.3
  cloud_reads: `permit (principal, ${actions('cloud.read', 'compute_config.read', 'cluster.read_metrics')}, resource)
    when { principal.active && ${onCloud} };`,
  cloud_writes: `permit (principal, ${actions('project.create', 'compute_config.create')}, resource)
    when { principal.active && ${writesOnCloud} };`,
  cloud_owner: `permit (principal, ${actions('cloud.rename', 'cloud.change_auto_add', 'cloud.list_members', 'cloud.grant')}, resource)
    when { principal.active && ${ownsCloud} };`,
  // "Public projects: full; private projects: full"
  cloud_owner_in_projects: `permit (principal, ${inProjects}, resource is Project)
    when { principal.active && ${ownsCloud} };`,
  // §1.4: whatever is given in a project, a role on its cloud comes first.
  public_project_reads: `permit (principal, ${readingProjects}, resource is Project)
    when { principal.active && ${onCloud} && resource.isPublic };`,
  public_project_writes: `permit (principal, ${writingInProjects}, resource is Project)
    when { principal.active && ${writesOnCloud} && resource.isPublic };`,
  project_reads: `permit (principal, ${readingProjects}, resource is Project)
    when { principal.active && ${onCloud} && ${inProject} };`,
  project_writes: `permit (principal, ${writingInProjects}, resource is Project)
    when { principal.active && ${writesOnCloud} && ${writesInProject} };`,
  project_owner: `permit (principal, ${owningProjects}, resource is Project)
    when { principal.active && ${writesOnCloud} && ${ownsProject} };`,
}

type Mutant = [name: string, policy: string, from: string, to: string]
/** Rules broken one at a time. Each must show, or the worlds are too poor to find such a fault. */
export const mutants: Mutant[] = [
  ['an ended role counts at its end', 'cloud_reads', 'context.now <', 'context.now <='],
  ['a role counts before its start', 'project_reads', '.startsAt <= context.now', '.startsAt != 0'],
  ['a project role counts without a cloud role', 'project_reads', onCloud, 'true'],
  ['read only on the cloud caps nothing', 'project_writes', writesOnCloud, onCloud],
  [
    'a public project lets read-only members write',
    'public_project_writes',
    writesOnCloud,
    onCloud,
  ],
  [
    'a viewer’s role caps nothing',
    'project_owner',
    writesOnCloud,
    `(${onCloud} && !principal.getTag(resource.cloud).readOnly)`,
  ],
  ['limits spare owners', 'image_reader', 'when {', 'when { principal.role != "owner" &&'],
  ['who is suspended keeps what they own', 'organization_owner', 'principal.active &&', ''],
  [
    'cloud owners own no private projects',
    'cloud_owner_in_projects',
    'principal.active',
    'principal.active && resource.isPublic',
  ],
  ['a private project is open to the cloud', 'public_project_reads', '&& resource.isPublic', ''],
]
