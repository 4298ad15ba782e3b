import { beforeAll, describe, expect, test } from 'vitest'
import { type Ceiling, ceilingAt } from '@/lib/domain/ceiling'
import { entryOf, type Permission } from '@/lib/domain/permissions'
import type { Tier } from '@/lib/domain/roles'
import type { MemberCaller } from '@/lib/kernel/caller'
import type { UseCase } from '@/lib/kernel/define'
import { execute } from '@/lib/kernel/execute'
import { isProblem } from '@/lib/kernel/problem'
import { makeKey, makeMember, makeOrganization, type TestMember } from '../people'
import { bindToCloud, bindToProject } from '../resources'
import { inputsFor } from './inputs'
import { type Ids, idsOf } from './rows'
import { useCases } from './use-cases'

const located = useCases.filter(({ use }) => use.scope === 'organization' && use.locate)
type Holder = { who: TestMember; cloud: Tier | null; project: Tier | null; isOwner?: true }
let holders: Record<string, Holder>
let inputs: Record<string, unknown>
let cloudId = ''

/** Somebody for each way to hold something on the cloud and in its private project, with what it comes to, by hand. */
async function holdersOf(organization: Awaited<ReturnType<typeof makeOrganization>>, ids: Ids) {
  const [cloud, project] = [{ id: ids.cld }, { id: ids.prj, cloudId: ids.cld }]
  const somebody = () => makeMember(organization.id)
  const past = { endsAt: new Date(Date.now() - 1_000) }
  const future = { startsAt: new Date(Date.now() + 3_600_000) }
  const made = async (
    [cloudTier, projectTier]: [Tier | null, Tier | null],
    onCloud: [Parameters<typeof bindToCloud>[2], Parameters<typeof bindToCloud>[3]?] | null,
    inProject?: [Parameters<typeof bindToProject>[2], Parameters<typeof bindToProject>[3]?],
  ): Promise<Holder> => {
    const who = await somebody()
    if (onCloud) await bindToCloud(who, cloud, ...onCloud)
    if (inProject) await bindToProject(who, project, ...inProject)
    return { who, cloud: cloudTier, project: projectTier }
  }
  const readOnly = { readOnly: true }
  return {
    'organization owner': {
      who: organization.secondOwner,
      cloud: 'owner',
      project: 'owner',
      isOwner: true,
    },
    'cloud owner': await made(['owner', 'owner'], ['owner']),
    writer: await made(['write', null], ['writer']),
    'collaborator, owner of the project': await made(
      ['write', 'owner'],
      ['collaborator'],
      ['owner'],
    ),
    'collaborator, writes in the project': await made(
      ['write', 'write'],
      ['collaborator'],
      ['write'],
    ),
    'collaborator, reads the project': await made(
      ['write', 'readonly'],
      ['collaborator'],
      ['readonly'],
    ),
    'read only on the cloud, owner of the project': await made(
      ['readonly', 'readonly'],
      ['collaborator', readOnly],
      ['owner'],
    ),
    'project viewer, writes in the project': await made(
      ['readonly', 'readonly'],
      ['project_viewer'],
      ['write'],
    ),
    'workload operator': await made(['readonly', null], ['workload_operator']),
    'ended on the cloud, owner of the project': await made(
      [null, null],
      ['owner', past],
      ['owner'],
    ),
    'not yet on the cloud': await made([null, null], ['owner', future], ['write']),
    'writes until a moment ago': await made(['write', null], ['collaborator'], ['write', past]),
    'owner of the project alone': await made([null, null], null, ['owner']),
    nobody: await made([null, null], null),
  } satisfies Record<string, Holder>
}

beforeAll(async () => {
  const organization = await makeOrganization()
  const ids = await idsOf(organization)
  inputs = inputsFor(organization, ids)
  cloudId = ids.cld
  holders = await holdersOf(organization, ids)
}, 120_000)

type Outcome = 'unknown' | 'denied' | 'admitted'
const undone = new Error('undone')

/** What the policy says; whatever was done is rolled back, so that one world serves all. */
async function outcomeOf(use: UseCase, caller: MemberCaller): Promise<Outcome> {
  try {
    await execute(use as UseCase, caller as never, inputs[use.name], async () => {
      throw undone
    })
    return 'admitted'
  } catch (error) {
    if (error === undone) return 'admitted'
    if (!isProblem(error)) throw error
    if (error.message.startsWith('There is no such cloud or project')) return 'unknown'
    return /^(Only .* can|This key may not) /.test(error.message) ? 'denied' : 'admitted'
  }
}

function expected(use: UseCase, { cloud, project, isOwner }: Holder): Outcome {
  const place = use.locate?.(inputs[use.name] as never)
  if ((place && 'cloud' in place ? cloud : project) === null) return 'unknown'
  const entry = entryOf(use.permission as Permission)
  if (entry.level === 'organization') {
    const everybody = entry.grants.organization.includes('collaborator')
    return isOwner || everybody ? 'admitted' : 'denied'
  }
  const [tier, granted]: [Tier | null, readonly Tier[]] =
    entry.level === 'cloud' ? [cloud, entry.grants.cloud] : [project, entry.grants.project]
  return tier && granted.includes(tier) ? 'admitted' : 'denied'
}

/** What ceilings leave of an outcome: nothing, reads, the place itself, other places. */
function boundBy(use: UseCase, wanted: Outcome): [Ceiling, Outcome][] {
  const place = use.locate?.(inputs[use.name] as never) ?? {}
  const project = 'project' in place ? (place.project as string) : null
  const left = (ceiling: Ceiling): Outcome => {
    const may = ceilingAt(ceiling, { cloud: cloudId, project })
    return wanted === 'admitted' && !may.includes(use.permission as Permission) ? 'denied' : wanted
  }
  const some: Ceiling[] = [
    { permissions: [] },
    { readOnly: true },
    { clouds: [cloudId] },
    ...(project ? [{ projects: [project] }] : []),
  ]
  return [
    ...some.map((ceiling): [Ceiling, Outcome] => [ceiling, left(ceiling)]),
    [{ clouds: [] }, 'unknown'],
    [{ projects: ['prj_other'] }, 'unknown'],
  ]
}

describe('what is held × use case about a cloud or a project, for sessions and keys alike', () => {
  const cases = located.filter(({ use }) => use.name !== 'access.check')
  test.each(cases.map(({ use }) => [use.name, use] as const))(
    '%s',
    async (_, use) => {
      for (const [name, holder] of Object.entries(holders)) {
        const wanted = expected(use, holder)
        expect([name, await outcomeOf(use, holder.who.caller)]).toEqual([name, wanted])
        const { caller } = await makeKey(holder.who)
        expect([name, 'key', await outcomeOf(use, caller)]).toEqual([name, 'key', wanted])
        for (const [ceiling, bound] of boundBy(use, wanted)) {
          const outcome = await outcomeOf(use, { ...caller, ceiling })
          expect([name, ceiling, outcome]).toEqual([name, ceiling, bound])
        }
      }
    },
    60_000,
  )
})
