import type { Permission } from '@/lib/domain/permissions'
import { checkAccessOfMember } from '@/lib/modules/access/queries/check-access-of-member'
import { as, makeMember, makeOrganization, type TestMember } from '../people'
import { bindToCloud, bindToProject, makeCloud, makeProject } from '../resources'

/** An organization as anyscale-iam.md §1 speaks of one: somebody for each role on a cloud and in a private project of it. */
export async function factsWorld() {
  const organization = await makeOrganization()
  const { id, owner } = organization
  const cloud = await makeCloud(owner)
  const project = await makeProject(owner, cloud)
  const somebody = async (
    role: Parameters<typeof bindToCloud>[2],
    inProject?: Parameters<typeof bindToProject>[2],
    readOnly = false,
  ) => {
    const member = await makeMember(id)
    await bindToCloud(member, cloud, role, { readOnly })
    if (inProject) await bindToProject(member, project, inProject)
    return member
  }
  const people = {
    cloudOwner: await somebody('owner'),
    onCloud: await somebody('collaborator'),
    readOnly: await somebody('collaborator', undefined, true),
    projectOwner: await somebody('collaborator', 'owner'),
    projectWriter: await somebody('collaborator', 'write'),
    projectReader: await somebody('collaborator', 'readonly'),
    outsider: organization.collaborator,
  }
  const places = {
    organization: { kind: 'organization', id },
    cloud: { kind: 'cloud', id: cloud.id },
    private: { kind: 'project', id: project.id },
    public: { kind: 'project', id: cloud.project.id },
  }
  const cloudId = cloud.id
  const projectId = project.id
  return { ...organization, ...people, cloud, cloudId, project, projectId, places }
}
export type FactsWorld = Awaited<ReturnType<typeof factsWorld>>
export type Somebody = Exclude<
  { [K in keyof FactsWorld]: FactsWorld[K] extends TestMember ? K : never }[keyof FactsWorld],
  'stranger'
>

/** Who of those may do something at a place. */
export async function whoMay(
  world: FactsWorld,
  permission: Permission,
  place: keyof FactsWorld['places'],
  among: readonly Somebody[],
): Promise<Somebody[]> {
  const resource = world.places[place]
  const able: Somebody[] = []
  for (const name of among) {
    const question = { member: world[name].id, resource, permission }
    const { allowed } = await as(world.owner).run(checkAccessOfMember, question)
    if (allowed) able.push(name)
  }
  return able
}
