import { expect, test } from 'vitest'
import { chunksOf } from './send-chunks'
import { lineWords, resultsCsv, whereItStands } from './send-report'
import type { SendItem, SendRun } from './use-send-run'

const items: SendItem[] = [
  { email: 'a@b.example', role: 'owner', line: 2 },
  { email: 'b@b.example', role: 'collaborator', line: 3 },
  { email: 'c@b.example', role: 'collaborator', line: 4 },
  { email: 'd@b.example', role: 'collaborator', line: 9 },
]
const run: SendRun = {
  items,
  phase: 'broken',
  delivery: 'link',
  results: new Map([
    ['b@b.example', { given: 'b@b.example', outcome: 'invited', link: 'https://x/?invitation=s' }],
    ['c@b.example', { given: 'c@b.example', outcome: 'limit', detail: '=Full.' }],
  ]),
  unknown: new Set(['d@b.example']),
  problem: null,
}

test('lines are named as ranges, and not without end', () => {
  expect(lineWords([2])).toBe('line 2')
  expect(lineWords([4, 2, 3, 9])).toBe('lines 2–4 and 9')
  expect(lineWords([2, 4, 6, 8, 10, 12, 13])).toBe('lines 2, 4, 6, 8 and 3 more')
})

test('after a broken connection it says which lines are done, unknown and left', () => {
  expect(whereItStands(run)).toEqual([
    'Done: lines 3–4.',
    'Not known: line 9.',
    'Not sent: line 2.',
  ])
})

test('the results as CSV name each item once, and compute nothing', () => {
  const lines = resultsCsv(run).split('\r\n')
  expect(lines).toHaveLength(6)
  expect(lines[1]).toContain('"2","a@b.example","owner","not_sent"')
  expect(lines[3]).toContain(`"'=Full."`)
  expect(lines[4]).toContain('"unknown"')
})

test('calls have one role and a bounded size, and leave nobody out', () => {
  const many = Array.from({ length: 120 }, (_, at) => ({
    email: `p${at}@b.example`,
    role: at % 7 === 0 ? ('owner' as const) : ('collaborator' as const),
  }))
  const chunks = chunksOf(many)
  expect(chunks.map(({ role }) => role)).toEqual([
    'collaborator',
    'collaborator',
    'collaborator',
    'owner',
  ])
  expect(chunks.flatMap(({ addresses }) => addresses).sort()).toEqual(
    many.map(({ email }) => email).sort(),
  )
})
