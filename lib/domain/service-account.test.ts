import { expect, test } from 'vitest'
import { parseEmail } from './email'
import { newId } from './id'
import { accountEmail, isAccountEmail, parseAccountName, parsePersonEmail } from './service-account'

const parsed = (text: string) => {
  const result = parseAccountName(text)
  return result.ok ? result.name : result.fault
}

test.each(['a', 'robot-bench', ' CI.deploy_2 ', 'x'.repeat(64)])('%s is a name', (text) => {
  expect(parsed(text)).toBe(text.trim())
})

test.each([
  ['', /Enter a name/],
  ['x'.repeat(65), /at most 64/],
  ['robot bench', /letters from a to z/],
  ['röbot', /letters from a to z/],
  ['a@b', /letters from a to z/],
  ['-a', /begins and ends/],
  ['a.', /begins and ends/],
  ['a..b', /two dots/],
])('%s is none', (text, fault) => expect(parsed(text)).toMatch(fault))

test('the address of an account has the whole id, is an address, and is no person’s', () => {
  const organizationId = newId('org')
  const email = accountEmail('CI.Deploy_2', organizationId)
  expect(email).toBe(`ci.deploy_2@org-${organizationId.slice(4)}.serviceaccount.com`)
  for (const name of ['a', 'x'.repeat(64), 'a-b_c.d']) {
    const address = accountEmail(name, organizationId)
    expect(parseEmail(address)).toEqual({ ok: true, email: address })
  }
  expect(isAccountEmail(email)).toBe(true)
  const refused = parsePersonEmail(` ${email.toUpperCase()} `)
  expect(refused).toEqual({ ok: false, fault: expect.stringContaining('of a service account') })
  for (const other of ['ann@serviceaccount.com', 'ann@org-x.serviceaccount.com.example']) {
    expect(parsePersonEmail(other)).toEqual({ ok: true, email: other })
  }
})
