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
  'access.decide_many': {
    questions: [
      { subject: ids.ide, action: 'project.read', resource: { type: 'project', id: ids.prj } },
    ],
  },
  'access.list_actions': { subject: ids.usr, resource: { type: 'cloud', id: ids.cld } },
  'access.read_own': {},
  'access.report': { memberId: ids.ide },
  'access.tree': {},
  'access.what_can': { permission: 'project.read' },
  'access.who_can': { permission: 'project.read', place: { project: ids.prj } },
})
