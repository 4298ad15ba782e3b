import { createLoader } from 'nuqs/server'
import { expect, test } from 'vitest'
import {
  placeOf,
  whatCall,
  whatInput,
  whatParsers,
  whoCall,
  whoInput,
  whoParsers,
  whyCall,
} from '@/components/access-explorer/explorer-state'
import { type ApiCall, pathOf } from '@/components/api-call/curl'
import { auditListCall, auditListInput, auditListParsers } from '@/components/audit-log/audit-list'
import {
  memberListCall,
  memberListInput,
  memberListParsers,
} from '@/components/members/member-list'
import { explainAccessOfMember } from '@/lib/modules/access/queries/explain-access-of-member'
import { whatCan } from '@/lib/modules/access/queries/what-can'
import { whoCan } from '@/lib/modules/access/queries/who-can'
import { listEvents } from '@/lib/modules/audit/queries/list-events'
import { changeRole } from '@/lib/modules/members/commands/change-role'
import { removeMember } from '@/lib/modules/members/commands/remove-member'
import { listMembers } from '@/lib/modules/members/queries/list-members'
import { apiOf } from '@/lib/testing/api'
import { as, makeMember, makeOrganization } from '@/lib/testing/people'
import { bindToCloud, bindToProject, makeCloud, makeProject } from '@/lib/testing/resources'

const loadAuditList = createLoader(auditListParsers)
const loadWho = createLoader(whoParsers)
const loadWhat = createLoader(whatParsers)
const loadMemberList = createLoader(memberListParsers)
const own = '/api/gatehouse/v1'
const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id)

test('“Copy as curl” of the people asks for the list that is seen', async () => {
  const { id, owner, collaborator } = await makeOrganization()
  for (const name of ['Åsa Lind', 'Asa Berg', 'Tom & Li']) {
    await makeMember(id, 'collaborator', { name })
  }
  await as(owner).run(removeMember, { memberId: collaborator.id })
  const call = await apiOf(owner, own)
  for (const search of [
    '',
    '?q=asa&sort=-name',
    '?q=%26',
    '?role=owner&sort=joined',
    '?source=founder,owner&kind=person',
    '?state=removed',
    '?active=within-7d&joined=2026-01-01..',
    '?state=never',
    '?factor=off',
    '?factor=on',
    '?access=cld_none',
  ]) {
    const state = loadMemberList(`https://x.example/users${search}`)
    const { rows } = await as(owner).run(listMembers, memberListInput(state))
    const answer = await call(pathOf(memberListCall(state)).replace(own, ''))
    expect(answer.status, search).toBe(200)
    expect(idsOf(answer.body.results), search).toEqual(idsOf(rows))
  }
})

test('and so does that of the audit log', async () => {
  const { owner, collaborator } = await makeOrganization()
  await as(owner).run(changeRole, { memberId: collaborator.id, role: 'owner' })
  await as(owner)
    .run(removeMember, { memberId: owner.id })
    .catch(() => {})
  await as(owner).run(changeRole, { memberId: collaborator.id, role: 'collaborator' })
  await as(owner).run(removeMember, { memberId: collaborator.id })
  const call = await apiOf(owner, own)
  for (const search of [
    '',
    '?sort=time',
    `?about=${collaborator.id}&events=session.ended,member.removed`,
    `?actor=${owner.id}&result=done&time=within-1d`,
    `?subject=${collaborator.id}&time=2026-01-01..`,
    `?via=${owner.caller.sessionId}&request=req_test`,
    '?operation=op_none',
  ]) {
    const state = loadAuditList(`https://x.example/audit-log${search}`)
    const { rows } = await as(owner).run(listEvents, auditListInput(state))
    const answer = await call(pathOf(auditListCall(state)).replace(own, ''))
    expect(answer.status, search).toBe(200)
    expect(idsOf(answer.body.results), search).toEqual(idsOf(rows))
    expect(rows.length > 0, search).toBe(!search.includes('op_none'))
  }
})

test('and those of the questions about access', async () => {
  const { id, owner, collaborator } = await makeOrganization()
  const cloud = await makeCloud(owner)
  const project = await makeProject(owner, cloud)
  await bindToCloud(collaborator, cloud)
  await bindToProject(collaborator, project, 'write')
  const call = await apiOf(owner, own)
  const answerOf = async (asked: ApiCall) => {
    const { status, body } = await call(pathOf(asked).replace(own, ''))
    expect(status, pathOf(asked)).toBe(200)
    return body
  }

  for (const search of [
    `?permission=workload.run&on=${project.id}`,
    `?permission=project.read&on=${project.id}&origin=direct,creator&kind=person`,
    `?permission=cloud.grant&on=${cloud.id}&q=nobody`,
    '?permission=member.remove',
  ]) {
    const state = loadWho(`https://x.example/access/who-can${search}`)
    const place = placeOf(state.permission, state.on, id)
    if (!place) throw new Error(search)
    const { rows } = await as(owner).run(whoCan, whoInput(state, place))
    const { results } = await answerOf(whoCall(state, place))
    const members: { identity_id: string }[] = results.map((row: { member: object }) => row.member)
    const expected = rows.map(({ member }) => member.id)
    expect(
      members.map(({ identity_id }) => identity_id),
      search,
    ).toEqual(expected)
    expect(rows.length > 0, search).toBe(!search.includes('nobody'))
  }
  for (const search of ['', '&permission=cloud.read', '&q=zzz']) {
    const state = loadWhat(`https://x.example/access/what-can?who=${collaborator.id}${search}`)
    const { rows } = await as(owner).run(whatCan, whatInput(state))
    const { results } = await answerOf(whatCall(state))
    expect(idsOf(results.map(thing)), search).toEqual(idsOf(rows.map(thing)))
    expect(rows.length > 0, search).toBe(!search.includes('zzz'))
  }
  for (const resource of [
    { kind: 'project', id: project.id },
    { kind: 'organization', id },
  ] as const) {
    const asked = { permission: 'organization.read', memberId: collaborator.id } as const
    const { reason, steps } = await as(owner).run(explainAccessOfMember, {
      ...{ permission: asked.permission, member: asked.memberId, resource },
    })
    const { result } = await answerOf(whyCall({ ...asked, place: resource }))
    expect(result).toMatchObject({ reason, place: { id: resource.id } })
    expect(result.steps).toHaveLength(steps.length)
  }
})

type Thing = { id: string }
const thing = ({ project, cloud }: { project: Thing | null; cloud: Thing }) => project ?? cloud
