import type { Ids } from './rows'

/** Questions about access: a line for each use case, on what idsOf has made. */
export const inputsOfAccess = (ids: Ids): Record<string, unknown> => ({
  'access.check': {
    resource: { kind: 'organization', id: ids.org },
    permission: 'member.remove',
  },
  'access.check_of_member': {
    member: ids.ide,
    resource: { kind: 'project', id: ids.prj },
    permission: 'project.read',
  },
  'access.explain': { resource: { kind: 'cloud', id: ids.cld }, permission: 'project.create' },
  'access.explain_of_member': {
    member: ids.ide,
    resource: { kind: 'project', id: ids.prj },
    permission: 'project.delete',
  },
  'access.read_own': {},
  'access.report': { memberId: ids.ide },
  'access.tree': { memberId: ids.ide },
  'access.what_can': { memberId: ids.usr, permission: 'project.read' },
  'access.who_can': { permission: 'project.read', place: { project: ids.prj } },
})
