import { describe, expect, test } from 'vitest'
import { bySpecificity, checksOf, matches, subjectFault, subjectFits } from './trust-matching'

test.each([
  ['repo:halden/*:ref:refs/heads/main', 'repo:halden/robots:ref:refs/heads/main', true],
  ['repo:halden/robots:ref:refs/heads/*', 'repo:halden/robots:ref:refs/heads/feature/x', true],
  ['repo:halden/robots:ref:refs/heads/*', 'repo:halden/robots:ref:refs/heads/', false],
  ['repo:halden/robots:*', 'repo:halden/robots:environment:production', false], // a star takes in no further part
  ['repo:halden/robots:*:production', 'repo:halden/robots:environment:production', true],
  ['repo:halden/*', 'repo:halden-evil/robots', false],
  ['repo:halden/*', 'repo:halden/robots\nx', false],
  ['repo:halden/a.b', 'repo:halden/axb', false],
  ['repo:halden/a.b/*', 'repo:halden/axb/c', false],
  ['system:serviceaccount:prod:*', 'system:serviceaccount:prod:deployer', true],
  ['system:serviceaccount:prod:*', 'system:serviceaccount:prod-evil:deployer', false],
  ['a', 'A', false],
  ['repo:halden/*/*:x', 'repo:halden/a/b/c:x', true],
  ['repo:halden/*/*:x', 'repo:halden/a:x', false],
  ['repo:halden/*/b/*:x', 'repo:halden/b/b/b/b:x', true],
  ['repo:halden/*/b', 'repo:halden/b', false],
  ['repo:halden/*:*', 'repo:halden/a:', false],
])('%s and %s', (pattern, subject, fits) => {
  expect(subjectFits(pattern, subject)).toBe(fits)
})

test('a subject is compared in one go, whatever its issuer wrote into it', () => {
  const subject = `a/b/${'x/'.repeat(4_000)}`
  expect(subjectFits('a/b/*/*/*/*/z', subject)).toBe(false)
  expect(subjectFits('a/b/*/*/*/*/z', `${subject}z`)).toBe(true)
})

test.each([
  '*',
  'repo:*',
  'repo:*/x',
  '*:halden/x',
  'repo:halden*',
  'repo:halden/x*',
  '::*',
  'a:b:*:*:*:*:*',
])('%s is no pattern', (pattern) => expect(subjectFault(pattern)).not.toBeNull())
test.each([
  'repo:halden/*',
  'a',
  'project_path:halden/*:ref_type:branch:ref:main',
  'system:serviceaccount:*:ci',
])('%s is one', (pattern) => expect(subjectFault(pattern)).toBeNull())

const rule = { issuer: 'https://i', audience: 'a', subject: 's', claims: { env: 'prod', n: '1' } }
describe('what a rule demands', () => {
  const token = { iss: 'https://i', aud: ['b', 'a'], sub: 's', env: 'prod', n: 1 }
  test('all of it', () => {
    expect(matches(rule, token)).toBe(true)
    for (const change of [
      { iss: 'https://I' },
      { aud: 'A' },
      { aud: undefined },
      { sub: ['s'] },
      { env: ['prod'] },
      { env: undefined },
      { n: 2 },
    ])
      expect(matches(rule, { ...token, ...change }), JSON.stringify(change)).toBe(false)
  })
  test('a claim of every object is none of the token’s own', () => {
    const odd = { ...rule, claims: { constructor: 'x' } }
    expect(checksOf(odd, token).at(-1)).toMatchObject({ found: null, fits: false })
  })
})

test('the most specific first', () => {
  const at = (id: string, subject: string, claims = {}) => ({
    ...rule,
    id,
    subject,
    claims,
    createdAt: '2026-01-01T00:00:00Z',
  })
  const rules = [
    at('d', 'repo:a/*'),
    at('c', 'repo:a/*:x'),
    at('b', 'repo:a/b'),
    at('a', 'repo:a/b', { x: '1' }),
  ]
  expect(rules.sort(bySpecificity).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd'])
})
