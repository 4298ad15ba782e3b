import type { Ids } from './rows'

/** Roles on clouds and in projects: a line for each use case, on what idsOf has made. */
export const inputsOfGrants = ({
  cld: cloudId,
  prj: projectId,
  ide: memberId,
  candidate,
  onCloud,
}: Ids): Record<string, unknown> => ({
  'binding.candidates_on_cloud': { cloudId, search: 'collaborator' },
  'binding.candidates_on_project': { projectId, search: 'collaborator' },
  'binding.change_on_cloud': { cloudId, memberId, role: 'writer' },
  'binding.change_on_project': { projectId, memberId, role: 'owner' },
  'binding.end_passed': { cloudId },
  'binding.grant_on_cloud': { cloudId, grants: [{ memberId: candidate, role: 'owner' }] },
  'binding.grant_on_project': { projectId, grants: [{ memberId: onCloud, role: 'owner' }] },
  'binding.hand_over': { from: memberId, handOver: [] },
  'binding.list_on_cloud': { cloudId, inherited: true },
  'binding.list_on_project': { projectId, inherited: true },
  'binding.preview_removal': { cloudId, memberId },
  'binding.read_on_cloud': { cloudId, memberId },
  'binding.remove_from_cloud': { cloudId, memberId },
  'binding.remove_from_project': { projectId, memberId },
  'binding.remove_of_member': { memberId },
  'member.set_limits': { memberId, limits: ['image_reader'] },
})
