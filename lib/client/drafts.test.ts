import { afterEach, beforeEach, expect, test, vi } from 'vitest'

const olga = { organizationId: 'org_1', identityId: 'ide_olga' }
const tom = { organizationId: 'org_1', identityId: 'ide_tom' }

class Memory {
  setItem(key: string, text: string) {
    Object.assign(this, { [key]: text })
  }
  getItem(key: string) {
    return Object.hasOwn(this, key) ? String(this[key as keyof this]) : null
  }
  removeItem(key: string) {
    delete this[key as keyof this]
  }
}

let memory: Memory
let leave: () => void

beforeEach(() => {
  memory = new Memory()
  vi.stubGlobal('sessionStorage', memory)
  vi.stubGlobal('addEventListener', (_: string, listener: () => void) => {
    leave = listener
  })
  vi.resetModules()
})
afterEach(() => vi.unstubAllGlobals())

test('what a form holds is written when the page goes, and serves once', async () => {
  const { draftKey, holdDraft, takeDraft } = await import('./drafts')
  const key = draftKey(olga, 'invite')
  holdDraft(key, { addresses: 'a@b.example' })
  expect(memory.getItem(key)).toBeNull()
  leave()
  expect(takeDraft(key)).toEqual({ addresses: 'a@b.example' })
  expect(takeDraft(key)).toBeNull()
})

test('a form that closed, or was sent, leaves nothing', async () => {
  const { draftKey, holdDraft, takeDraft } = await import('./drafts')
  const key = draftKey(olga, 'invite')
  holdDraft(key, { addresses: 'a@b.example' })
  holdDraft(key, null)
  leave()
  expect(takeDraft(key)).toBeNull()
})

test('another person finds nothing, and what is not a draft is none', async () => {
  const { draftKey, dropDrafts, keepDrafts, holdDraft, takeDraft } = await import('./drafts')
  holdDraft(draftKey(olga, 'invite'), { addresses: 'a@b.example' })
  keepDrafts()
  expect(takeDraft(draftKey(tom, 'invite'))).toBeNull()
  memory.setItem('reloaded', '1')
  dropDrafts(tom)
  expect(Object.keys(memory)).toEqual(['reloaded'])
  memory.setItem(draftKey(tom, 'invite'), '{"addresses":7}')
  expect(takeDraft(draftKey(tom, 'invite'))).toBeNull()
  memory.setItem(draftKey(tom, 'invite'), '{')
  expect(takeDraft(draftKey(tom, 'invite'))).toBeNull()
})

test('a sign-out is the end: the page that goes writes nothing any more', async () => {
  const { draftKey, dropDrafts, holdDraft } = await import('./drafts')
  holdDraft(draftKey(olga, 'invite'), { addresses: 'a@b.example' })
  leave()
  dropDrafts()
  leave()
  expect(Object.keys(memory)).toEqual([])
})
