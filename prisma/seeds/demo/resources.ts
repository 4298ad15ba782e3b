import { dice } from '../dice'
import { tellCloud, tellGrant, tellProject, tellWorkload } from '../story/resources'
import type { AccountRow, CloudRow, ProjectRow } from '../story/rows'
import { before, DAY, inOffice, MINUTE } from '../times'
import { tellAccountRoles } from './accounts'
import * as cast from './cast'
import type { Place } from './settle'

const given = [
  {
    name: 'prod-us-west-2',
    provider: 'AWS',
    region: 'us-west-2',
    computeStack: 'VM',
    autoAdd: true,
  },
  {
    name: 'research-gcp',
    provider: 'GCP',
    region: 'us-central1',
    computeStack: 'VM',
    autoAdd: false,
  },
  {
    name: 'k8s-onprem-oslo',
    provider: 'GENERIC',
    region: 'oslo',
    computeStack: 'K8S',
    autoAdd: false,
  },
  {
    name: 'staging-eu',
    provider: 'AWS',
    region: 'eu-central-1',
    computeStack: 'VM',
    autoAdd: false,
  },
] as const

const projects = [
  ['prod-us-west-2', 'grasp-policy-rl', 'Reinforcement learning for the gripper.', false],
  ['prod-us-west-2', 'perception-training', 'Cameras, depth and labels.', true],
  ['prod-us-west-2', 'sim-fleet', 'The simulator, thousands of times at once.', false],
  ['research-gcp', 'tactile-sensing', '', false],
  ['research-gcp', 'language-to-action', 'With the university.', true],
  ['k8s-onprem-oslo', 'line-7-inspection', 'Runs beside the line itself.', false],
  ['staging-eu', 'release-candidates', '', true],
] as const

/** Halden's clouds, what is on them, who was let in by hand, and what runs there. In the last weeks, by those who are there still. */
export function tellResources(place: Place, accounts: Map<string, AccountRow>): void {
  const { history, timeline, now } = place
  const clouds = new Map<string, CloudRow>()
  const made = new Map<string, ProjectRow>()
  const by = cast.ingrid.email
  const at = (days: number, run: (at: Date) => void) =>
    timeline.at(inOffice(before(now, days * DAY)), run)
  given.forEach((cloud, n) => {
    at(40 - n, (at) => clouds.set(cloud.name, tellCloud(history, by, cloud, at)))
  })
  for (const [n, [cloud, name, description, isPublic]] of projects.entries()) {
    at(24 - n, (at) => {
      const row = { name, description, isPublic }
      made.set(name, tellProject(history, by, clouds.get(cloud) as CloudRow, row, at))
    })
  }
  at(12, (at) => tellTeam(place, clouds, made, at))
  at(11, (at) => tellAccountRoles(place, accounts, { clouds, projects: made }, at))
}

function tellTeam(
  { history, now }: Place,
  clouds: Map<string, CloudRow>,
  made: Map<string, ProjectRow>,
  at: Date,
): void {
  const by = cast.ingrid.email
  const people = cast.present.map(({ email }) => email).filter((email) => history.isMember(email))
  const plain = people.filter((email) => history.member(email).role !== 'owner')
  const chance = dice('resources')
  const held = new Set<string>()
  const grant = (email: string, name: string, role: Parameters<typeof tellGrant>[4]) => {
    if (held.has(`${email} ${name}`)) return
    held.add(`${email} ${name}`)
    const project = made.get(name)
    const cloud = clouds.get(name) ?? [...clouds.values()].find(({ id }) => id === project?.cloudId)
    if (cloud) tellGrant(history, by, email, { cloud, ...(project && { project }) }, role, at)
  }
  for (const [n, email] of plain.slice(0, 34).entries()) {
    const cloud = given[1 + (n % 3)]?.name as string
    grant(
      email,
      cloud,
      n % 5 === 4
        ? { role: 'collaborator', readOnly: true }
        : { role: n < 3 ? 'owner' : 'collaborator' },
    )
    const there = projects.filter(([on]) => on === cloud)
    if (n >= 3) grant(email, chance.pick(there)[1], { role: n % 5 === 4 ? 'readonly' : 'write' })
  }
  grant(cast.priyanka.email, 'grasp-policy-rl', { role: 'owner' })
  for (const [n, email] of plain.slice(34, 52).entries()) {
    const endsAt = n % 6 === 0 ? new Date(+now + 5 * DAY) : null
    grant(email, n % 2 ? 'grasp-policy-rl' : 'sim-fleet', {
      role: n % 3 ? 'write' : 'readonly',
      endsAt,
    })
  }
  const runs = ['workspace', 'job', 'service', 'schedule'] as const
  for (const [n, project] of [...made.values()].entries()) {
    const creator = n === 0 ? cast.priyanka.email : (plain[n * 3] as string)
    const kind = runs[n % runs.length] as string
    const name = `${project.name}-${kind}`
    const run = { kind, name, state: n % 4 === 2 ? 'idle' : 'running', by: creator }
    tellWorkload(history, project, { ...run, seen: before(now, (n + 1) * MINUTE) }, at)
  }
}
