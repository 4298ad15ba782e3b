import type { Access } from '@/lib/domain/decide'
import { entryOf, type Permission, permissionNames } from '@/lib/domain/permissions'
import {
  type CloudRole,
  cloudRoles,
  type OrganizationLimit,
  type OrganizationRole,
  organizationLimits,
  type ProjectRole,
  projectRoles,
} from '@/lib/domain/roles'
import type { Dice } from '@/prisma/seeds/dice'

/** Times are seconds from the moment of the question. */
export type Row = {
  on: string
  role: CloudRole | ProjectRole
  readOnly: boolean
  startsAt: number | null
  endsAt: number | null
}
export type Member = {
  id: string
  active: boolean
  role: OrganizationRole
  limits: OrganizationLimit[]
  rows: Row[]
}
export type Place = {
  kind: 'Organization' | 'Cloud' | 'Project'
  id: string
  cloud: string
  isPublic: boolean
}
export type World = { members: Member[]; places: Place[] }
export type Question = {
  member: Member
  place: Place
  permission: Permission
  ceiling?: readonly Permission[]
  now: number
}

const starts = [null, null, null, -60, 0, 1, 60]
const ends = [null, null, null, 60, 1, 0, -1]

/** One organization: people with all roles and limits, clouds, projects, and rows on half of the ways between them. */
export function randomWorld(by: Dice): World {
  const clouds = ['cld_1', 'cld_2'].map((id) => ({ id, cloud: id, isPublic: false }))
  const projects = ['prj_1', 'prj_2', 'prj_3', 'prj_4'].map((id) => ({
    id,
    cloud: by.pick(clouds).id,
    isPublic: by.chance(0.4),
  }))
  const times = () => {
    const [startsAt, endsAt] = [by.pick(starts), by.pick(ends)]
    return startsAt !== null && endsAt !== null && startsAt >= endsAt
      ? { startsAt: null, endsAt }
      : { startsAt, endsAt }
  }
  const cloudRow = (on: string): Row => {
    const role = by.chance(0.2) ? 'owner' : by.pick(cloudRoles)
    return { on, role, readOnly: role !== 'owner' && by.chance(0.3), ...times() }
  }
  const projectRow = (on: string): Row => ({
    on,
    role: by.pick(projectRoles),
    readOnly: false,
    ...times(),
  })
  const members = ['one', 'two', 'three', 'four', 'five'].map((name) => ({
    id: `ide_${name}`,
    active: by.chance(0.85),
    role: by.chance(0.15) ? ('owner' as const) : ('collaborator' as const),
    limits: organizationLimits.filter(() => by.chance(0.25)),
    rows: [
      ...clouds.filter(() => by.chance(0.8)).map(({ id }) => cloudRow(id)),
      ...projects.filter(() => by.chance(0.6)).map(({ id }) => projectRow(id)),
    ],
  }))
  const places: Place[] = [
    { kind: 'Organization', id: 'org_1', cloud: '', isPublic: false },
    ...clouds.map((cloud) => ({ kind: 'Cloud' as const, ...cloud })),
    ...projects.map((project) => ({ kind: 'Project' as const, ...project })),
  ]
  return { members, places }
}

const asked = {
  organization: ['Organization', 'Cloud', 'Project'],
  cloud: ['Cloud', 'Project'],
  project: ['Project', 'Project'],
} as const

export function randomQuestion(by: Dice, { members, places }: World): Question {
  // Half about projects: most rules are theirs.
  const level = by.pick(['organization', 'cloud', 'project', 'project'] as const)
  const permission = by.pick(permissionNames.filter((name) => entryOf(name).level === level))
  const kind = by.pick(asked[level])
  const place = by.pick(places.filter((one) => one.kind === kind))
  const ceiling = permissionNames.filter(() => by.chance(0.7))
  return {
    member: by.pick(members),
    place,
    permission,
    ...(by.chance(0.1) && { ceiling }),
    now: 1_700_000_000,
  }
}

/** The same question as `decide` reads it. */
export function accessOf({ member, place, ceiling, now }: Question): Access {
  const moment = (from: number | null) => (from === null ? null : new Date((now + from) * 1_000))
  const rows = (on: string) =>
    member.rows
      .filter((row) => row.on === on)
      .map(({ role, readOnly, startsAt, endsAt }) => ({
        id: `rb_${on}`,
        origin: 'direct' as const,
        role,
        readOnly,
        startsAt: moment(startsAt),
        endsAt: moment(endsAt),
      }))
  const chain = {
    at: new Date(now * 1_000),
    cloud: rows(place.cloud) as NonNullable<Access['chain']>['cloud'],
    ...(place.kind === 'Project' && {
      project: { isPublic: place.isPublic, bindings: rows(place.id) as never },
    }),
  }
  return {
    organizationRole: member.active ? member.role : null,
    limits: member.limits,
    ...(ceiling && { ceiling }),
    ...(place.kind !== 'Organization' && { chain }),
  }
}
