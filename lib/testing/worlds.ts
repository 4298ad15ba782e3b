import { makeMember, makeOrganization } from './people'
import { bindToCloud, makeCloud } from './resources'

/** An organization with a cloud, and somebody who owns that cloud without owning the organization. */
export async function onCloud() {
  const organization = await makeOrganization()
  const { id, owner, collaborator } = organization
  const cloud = await makeCloud(owner)
  const cloudOwner = await makeMember(id, 'collaborator', { name: 'Cleo Cloud' })
  await bindToCloud(cloudOwner, cloud, 'owner')
  return { ...organization, cloud, cloudId: cloud.id, cloudOwner, member: collaborator }
}
