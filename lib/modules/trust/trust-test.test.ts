import { expect, test } from 'vitest'
import { readClaims, testOf } from './trust-test'

const rule = (id: string, given: object) => ({
  ...{ id, name: id, issuer: 'https://i', audience: 'a', subject: 'repo:a/b', claims: {} },
  ...{ enabled: true, createdAt: '2026-01-01T00:00:00Z', ...given },
})
const claims = { iss: 'https://i', aud: 'a', sub: 'repo:a/b', exp: 1_000, who: 'Zoë' }
const coded = btoa(unescape(encodeURIComponent(JSON.stringify(claims))))
  .replaceAll('+', '-')
  .replaceAll('/', '_')
  .replace(/=/g, '')

test('a JWT, its claims, and nothing else', () => {
  for (const text of [`x.${coded}.y`, ` x.${coded}. `, JSON.stringify(claims)])
    expect(readClaims(text)).toEqual(claims)
  for (const text of ['', 'x', '[]', 'null', '1', 'x.y', 'x.!.y', '{'])
    expect(readClaims(text)).toBeNull()
})

test('the rule that would count, each with why', () => {
  const rules = [
    rule('wide', { subject: 'repo:a/*' }),
    rule('off', { claims: { who: 'Zoë' }, enabled: false }),
    rule('exact', {}),
    rule('other', { audience: 'b' }),
  ]
  const found = testOf(rules, claims, 2_000_000)
  expect([found.counts?.rule.id, found.expired]).toEqual(['exact', true])
  expect(found.tested.map(({ rule, matches }) => [rule.id, matches])).toEqual([
    ['off', true],
    ['exact', true],
    ['other', false],
    ['wide', true],
  ])
  const [wrong] = found.tested[2]?.checks.filter(({ fits }) => !fits) ?? []
  expect(wrong).toEqual({ what: 'audience', name: 'aud', wanted: 'b', found: 'a', fits: false })
  expect(testOf(rules, { ...claims, sub: 'x' }, 0)).toMatchObject({ counts: null, expired: false })
})
