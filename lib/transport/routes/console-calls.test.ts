import { createLoader } from 'nuqs/server'
import { expect, test } from 'vitest'
import { pathOf } from '@/components/api-call/curl'
import { auditListCall, auditListInput, auditListParsers } from '@/components/audit-log/audit-list'
import {
  memberListCall,
  memberListInput,
  memberListParsers,
} from '@/components/members/member-list'
import { listEvents } from '@/lib/modules/audit/queries/list-events'
import { changeRole } from '@/lib/modules/members/commands/change-role'
import { removeMember } from '@/lib/modules/members/commands/remove-member'
import { listMembers } from '@/lib/modules/members/queries/list-members'
import { apiOf } from '@/lib/testing/api'
import { as, makeMember, makeOrganization } from '@/lib/testing/people'

const loadAuditList = createLoader(auditListParsers)
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
