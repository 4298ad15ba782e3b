import { describe, expect, test } from 'vitest'
import type { AnyCommand } from '@/lib/kernel/define'
import { as, makeOrganization, type TestMember } from '../people'
import { useCases } from './use-cases'

const commands = useCases.map(({ use }) => use).filter(({ kind }) => kind === 'command')

/** Commands that ask a session for a proof of who it is, not older than ten minutes. A name alone: always. */
const always = [
  'account.change_password',
  'account.request_email_change',
  'api_key.create',
  'api_key.create_for_account',
  'api_key.revoke_of_account',
  'api_key.revoke_of_member',
  'api_key.rotate',
  'cloud.delete',
  'factor.begin_passkey',
  'factor.begin_totp',
  'factor.remove',
  'login_code.approve',
  'member.close_account',
  'member.remove',
  'member.remove_many',
  'member.restore',
  'member.restore_many',
  'member.suspend',
  'member.suspend_many',
  'organization.request_deletion',
  'policy.change',
  'project.delete',
  'recovery_codes.make',
  'service_account.delete',
  'service_account.disable',
  'service_account.enable',
]
/** Those that ask for some inputs: one that is risky, one that is not. */
const sometimes: Record<string, [risky: object, harmless: object]> = {
  'invitation.send': [
    { addresses: ['a@b.example'], role: 'owner' },
    { addresses: ['a@b.example'], role: 'collaborator' },
  ],
  'member.change_role': [
    { memberId: 'ide_x', role: 'owner' },
    { memberId: 'ide_x', role: 'collaborator' },
  ],
  'member.change_role_many': [
    { selection: { ids: ['ide_x'] }, role: 'owner' },
    { selection: { ids: ['ide_x'] }, role: 'collaborator' },
  ],
  'member.set_limits': [
    { memberId: 'ide_x', limits: [], role: 'owner' },
    { memberId: 'ide_x', limits: [] },
  ],
}
const asks = (kind: 'boolean' | 'function') =>
  commands
    .filter((use) => typeof (use as AnyCommand).fresh === kind)
    .map(({ name }) => name)
    .sort()

test('these commands ask for a fresh proof, and no others', () => {
  expect(asks('boolean')).toEqual(always.sort())
  expect(asks('function')).toEqual(Object.keys(sometimes).sort())
})

const later = (member: TestMember) => ({
  caller: { ...member.caller, authenticatedAt: new Date(Date.now() - 10 * 60_000) },
})
const named = (name: string) => {
  const found = commands.find((use) => use.name === name)
  if (!found) throw new Error(name)
  return found as AnyCommand
}
const outcome = (run: Promise<unknown>) => run.then(() => 'done').catch(({ code }) => code)

describe('ten minutes after the last proof', () => {
  test.each(Object.entries(sometimes))('%s', async (name, [risky, harmless]) => {
    const { owner } = await makeOrganization()
    const use = named(name)
    expect(await outcome(as(later(owner)).run(use, risky as never))).toBe('reauthenticate')
    expect(await outcome(as(later(owner)).run(use, harmless as never))).not.toBe('reauthenticate')
    expect(await outcome(as(owner).run(use, risky as never))).not.toBe('reauthenticate')
  })

  test('a removal is refused and leaves the person; work that was begun in time goes on', async () => {
    const { owner, collaborator } = await makeOrganization()
    const remove = named('member.remove')
    const input = { memberId: collaborator.id } as never
    expect(await outcome(as(later(owner)).run(remove, input))).toBe('reauthenticate')
    const { caller } = later(owner)
    const working = { caller: { ...caller, origin: { ...caller.origin, operationId: 'op_x' } } }
    expect(await outcome(as(working).run(remove, input))).toBe('done')
  })
})
