import { describe, expect, it, test } from 'vitest'
import {
  cloudChangeDenial,
  cloudGrantDenial,
  cloudRemovalDenial,
  heirDenial,
  projectGrantDenial,
  projectRemovalDenial,
  projectRoleDenial,
  roleBesideLimit,
  timesFault,
} from './binding-rules'

const ann = { id: 'ide_ann', name: 'Ann', email: 'ann@halden.example', role: 'collaborator' }
const olga = { id: 'ide_olga', name: 'Olga', email: 'olga@halden.example', role: 'owner' }
const byOlga = { selfId: olga.id }
const held = { role: 'collaborator', readOnly: false }

describe('on a cloud (anyscale-terraform.md §5)', () => {
  test('who has a role already: the fragment that counts as success', () => {
    const denial = cloudGrantDenial(ann, { ...byOlga, held })
    expect(denial).toEqual({
      code: 'conflict',
      detail: 'User with email ann@halden.example already has permissions for this cloud.',
    })
    expect(cloudGrantDenial(ann, { ...byOlga, held: null })).toBeNull()
  })

  it('is nobody’s to change for themselves', () => {
    const denial = cloudChangeDenial(ann, { selfId: ann.id })
    expect(denial).toMatchObject({ code: 'own_membership' })
    expect(denial?.detail).toContain('cannot modify your own role')
    const removal = cloudRemovalDenial(ann, { selfId: ann.id, autoAdd: true })
    expect(removal).toMatchObject({ code: 'own_membership' })
    expect(removal?.detail).toContain('cannot remove yourself')
    expect(cloudGrantDenial(olga, { ...byOlga, held: null })?.detail).toContain(
      'cannot modify your own role',
    )
  })

  it('of an organization owner is nobody’s to edit, and said without the words for oneself', () => {
    for (const denial of [
      cloudGrantDenial(olga, { selfId: ann.id, held: null }),
      cloudGrantDenial(olga, { selfId: ann.id, held }),
      cloudChangeDenial(olga, { selfId: ann.id }),
      cloudRemovalDenial(olga, { selfId: ann.id, autoAdd: false }),
    ]) {
      expect(denial).toMatchObject({ code: 'forbidden' })
      expect(denial?.detail).toMatch(/organization owner/)
      expect(denial?.detail).not.toMatch(/your own|already has permissions|try again/)
    }
  })

  it('is not taken while the cloud adds everybody', () => {
    expect(cloudRemovalDenial(ann, { ...byOlga, autoAdd: true })).toEqual({
      code: 'conflict',
      detail: 'Users cannot be removed from clouds which have auto add users enabled.',
    })
    expect(cloudRemovalDenial(ann, { ...byOlga, autoAdd: false })).toBeNull()
  })

  it('is not owner beside the limit', () => {
    expect(roleBesideLimit('owner', true)).toMatchObject({
      code: 'invalid_input',
      field: 'readOnly',
    })
    expect(roleBesideLimit('owner', false)).toBeNull()
    expect(roleBesideLimit('writer', true)).toBeNull()
  })
})

describe('in a project', () => {
  const standing = { ...byOlga, onCloud: held, cloudName: 'prod' }

  it('needs a role on its cloud', () => {
    const denial = projectRoleDenial(ann, 'readonly', { ...standing, onCloud: null })
    expect(denial).toMatchObject({ code: 'forbidden' })
    expect(denial?.detail).toBe(
      'Ann has no role on the cloud prod. A role in a project needs one there first.',
    )
  })

  it('is no more than read-only for whoever is so on the cloud', () => {
    for (const onCloud of [
      { role: 'collaborator', readOnly: true },
      { role: 'project_viewer', readOnly: false },
    ]) {
      for (const role of ['owner', 'write'] as const)
        expect(projectRoleDenial(ann, role, { ...standing, onCloud })).toMatchObject({
          code: 'invalid_input',
          field: 'role',
        })
      expect(projectRoleDenial(ann, 'readonly', { ...standing, onCloud })).toBeNull()
    }
    expect(projectRoleDenial(ann, 'owner', standing)).toBeNull()
  })

  it('is nobody’s to alter for themselves', () => {
    for (const denial of [
      projectRoleDenial(ann, 'write', { ...standing, selfId: ann.id }),
      projectRemovalDenial(ann, { selfId: ann.id }),
    ]) {
      expect(denial).toMatchObject({ code: 'own_membership' })
      expect(denial?.detail).toContain('alter your own role')
    }
    expect(projectRemovalDenial(ann, byOlga)).toBeNull()
  })

  test('who has one already: the fragment that has the client look them up', () => {
    const denial = projectGrantDenial(ann, 'write', { ...standing, held })
    expect(denial).toMatchObject({ code: 'conflict' })
    expect(denial?.detail).toBe(
      'User with email ann@halden.example already has permissions for this project.',
    )
  })
})

describe('start and end', () => {
  const now = new Date('2026-11-26T12:00:00Z')
  const at = (days: number) => new Date(now.getTime() + days * 86_400_000)
  const none = { startsAt: null, endsAt: null }

  it.each([
    ['nothing said', {}, none, null],
    ['both to come', { startsAt: at(1), endsAt: at(2) }, none, null],
    ['a start that is past', { startsAt: at(-1) }, none, 'startsAt'],
    ['an end that is past', { endsAt: at(-1) }, none, 'endsAt'],
    ['an end at this moment', { endsAt: now }, none, 'endsAt'],
    ['an end before the start', { startsAt: at(3), endsAt: at(2) }, none, 'endsAt'],
    ['an end before the start that stays', { endsAt: at(2) }, { startsAt: at(3) }, 'endsAt'],
    ['the past start that it had', { startsAt: at(-2) }, { startsAt: at(-2) }, null],
    ['no end any more', { endsAt: null }, { endsAt: at(2) }, null],
  ])('%s', (_, given, present, field) => {
    const fault = timesFault(given, present, now)
    expect(fault?.field ?? null).toBe(field)
    if (fault) expect(fault.code).toBe('invalid_input')
  })
})

describe('an heir', () => {
  const standing = { from: 'ide_gone', onCloud: held }
  const heir = { ...ann, suspendedAt: null }

  it('is a member who can act, owns nothing by themselves and may own a project', () => {
    expect(heirDenial(heir, standing)).toBeNull()
    expect(heirDenial(heir, { ...standing, onCloud: null })).toBeNull()
    expect(heirDenial(null, standing)?.code).toBe('not_found')
    expect(heirDenial(heir, { ...standing, from: ann.id })?.code).toBe('conflict')
    expect(heirDenial({ ...heir, suspendedAt: new Date() }, standing)?.detail).toMatch(/suspended/)
    expect(heirDenial({ ...olga, suspendedAt: null }, standing)?.detail).toMatch(/owns it without/)
    const onCloud = { role: 'collaborator', readOnly: true }
    expect(heirDenial(heir, { ...standing, onCloud })?.detail).toMatch(/read-only/)
  })
})
