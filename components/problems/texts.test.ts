import { expect, test } from 'vitest'
import { type ProblemCode, problems } from '@/lib/domain/problems'
import { exampleOf, isProblemCode } from './example'
import { problemTexts } from './texts'

const codes = Object.keys(problems) as ProblemCode[]

test('every problem code has a page text, and every text a code', () => {
  expect(Object.keys(problemTexts).sort()).toEqual([...codes].sort())
})

test.each(codes)('%s says what it means and what to do, in whole sentences', (code) => {
  const { means, remedy, detail } = problemTexts[code]
  expect(remedy.length).toBeGreaterThan(0)
  for (const sentence of [means, detail, ...remedy]) {
    expect(sentence).toMatch(/^[A-Z\d`a-z].*\.$/s)
    expect(sentence).not.toMatch(/please|successful|oops|!|e-mail|log ?in\b/i)
  }
})

test.each(codes)('%s: the example is a problem document of that type', (code) => {
  const example = exampleOf(code)
  expect(example).toMatchObject({ type: `/problems/${code}`, code, ...problems[code] })
  expect(example.error?.detail).toBe(example.instance && example.detail)
  expect(example.retry_after !== undefined).toBe(/^(rate_limited|unavailable)$/.test(code))
  expect(example.errors !== undefined).toBe(code === 'invalid_input')
})

test('what is no code has no page', () => {
  for (const text of ['', 'nothing', 'toString', '__proto__', 'constructor'])
    expect(isProblemCode(text)).toBe(false)
})
