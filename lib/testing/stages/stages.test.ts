import { describe, expect, it } from 'vitest'
import { missing } from '../../listener/setup/packages.js'
import { playwrightCounts, vitestCounts } from './counts.js'
import { unseen } from './dependencies.js'

const test = (status: string) => ({
  status,
  fullName: `a ${status} test`,
  failureMessages: ['Error: seven'],
})
const vitest = (...files: { status: string; assertionResults: ReturnType<typeof test>[] }[]) =>
  JSON.stringify({
    testResults: files.map((file) => ({ name: 'x.test.ts', message: 'cannot load', ...file })),
  })

describe('counts of Vitest', () => {
  it('are those of its tests', () => {
    const report = vitest({
      status: 'failed',
      assertionResults: ['passed', 'failed', 'skipped', 'todo'].map(test),
    })
    expect(vitestCounts(report, 1)).toMatchObject({
      passed: 1,
      failed: 1,
      skipped: 2,
      said: 'a failed test\nError: seven',
    })
  })

  it('hold a file that could not be loaded', () => {
    const report = vitest(
      { status: 'passed', assertionResults: [test('passed')] },
      { status: 'failed', assertionResults: [] },
    )
    expect(vitestCounts(report, 1)).toMatchObject({
      passed: 1,
      failed: 1,
      said: 'x.test.ts\ncannot load',
    })
  })

  it('are never green when nothing ran or the run ended badly', () => {
    expect(vitestCounts(vitest(), 0).failed).toBe(1)
    expect(
      vitestCounts(vitest({ status: 'passed', assertionResults: [test('passed')] }), 1).failed,
    ).toBe(1)
    expect(
      vitestCounts(vitest({ status: 'passed', assertionResults: [test('passed')] }), 0).failed,
    ).toBe(0)
  })
})

describe('counts of Playwright', () => {
  const report = (stats: object, errors: object[] = []) =>
    JSON.stringify({
      stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...stats },
      errors,
      suites: [],
    })

  it('take a second try for a failure', () => {
    expect(playwrightCounts(report({ expected: 3, flaky: 1, skipped: 2 }), 0)).toMatchObject({
      passed: 3,
      failed: 1,
      skipped: 2,
    })
  })

  it('hold a set-up that failed', () => {
    const counts = playwrightCounts(report({}, [{ message: 'no server' }]), 1)
    expect(counts).toMatchObject({ failed: 1, said: expect.stringContaining('no server') })
  })
})

it('names the files that the dependency check did not look at', () => {
  expect(unseen(['a.ts', 'b.ts'], [{ source: 'a.ts' }])).toEqual([
    'Looked at 1 modules, but not at: b.ts',
  ])
  expect(unseen(['a.ts'], [{ source: 'a.ts' }, { source: 'node_modules/c' }])).toEqual([])
})

it('sees which packages npm has not installed', () => {
  const lock = {
    packages: {
      '': {},
      'node_modules/a': { version: '1' },
      'node_modules/b': { version: '2' },
      'node_modules/t': { version: '3', dev: true },
      'node_modules/o': { version: '4', optional: true },
    },
  }
  expect(missing(lock, {}, false)).toEqual(['node_modules/a', 'node_modules/b'])
  expect(
    missing(
      lock,
      { packages: { 'node_modules/a': { version: '1' }, 'node_modules/b': { version: '1' } } },
      true,
    ),
  ).toEqual(['node_modules/b', 'node_modules/t'])
})
