// @ts-check
import { stripVTControlCharacters } from 'node:util'

/**
 * @typedef {import('./exec.js').Counts} Counts
 * @typedef {{ status: string, message?: string, name: string, assertionResults: { status: string, fullName: string, failureMessages?: string[] }[] }} VitestFile
 */

/**
 * Counts of Vitest's JSON report. A file that could not be loaded counts as one failure, and so does a run that
 * ended badly with every test green.
 * @param {string} report @param {number} status @returns {Counts}
 */
export function vitestCounts(report, status) {
  const { testResults } = /** @type {{ testResults: VitestFile[] }} */ (JSON.parse(report))
  const tests = testResults.flatMap((file) => file.assertionResults)
  const broken = testResults.filter(
    (file) =>
      file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  )
  const failures = tests.filter((test) => test.status === 'failed')
  const said = [
    ...broken.map((file) => `${file.name}\n${file.message ?? ''}`),
    ...failures.map(
      (test) =>
        `${test.fullName}\n${(test.failureMessages ?? []).join('\n').split('\n').slice(0, 12).join('\n')}`,
    ),
  ]
  const passed = tests.filter((test) => test.status === 'passed').length
  const counts = {
    passed,
    failed: failures.length + broken.length,
    skipped: tests.length - passed - failures.length,
  }
  return settled(counts, status, said, tests.length)
}

/**
 * Counts of Playwright's JSON report; a test that passed only at a second try counts as failed.
 * @param {string} report @param {number} status @returns {Counts}
 */
export function playwrightCounts(report, status) {
  const { stats, errors, suites } = JSON.parse(report)
  const said = [
    ...errors.map((/** @type {{ message: string }} */ error) => error.message),
    ...failedSpecs(suites),
  ]
  const counts = {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  }
  return settled(
    counts,
    status,
    said,
    stats.expected + stats.unexpected + stats.flaky + stats.skipped,
  )
}

/**
 * @param {{ passed: number, failed: number, skipped: number }} counts
 * @param {number} status @param {string[]} said @param {number} total @returns {Counts}
 */
function settled(counts, status, said, total) {
  if (total === 0)
    return { ...counts, failed: counts.failed || 1, said: ['No test ran.', ...said].join('\n\n') }
  if (status !== 0 && counts.failed === 0)
    return { ...counts, failed: 1, said: ['The run ended with an error.', ...said].join('\n\n') }
  return { ...counts, said: said.join('\n\n') }
}

/** @param {any[]} suites @returns {string[]} */
function failedSpecs(suites) {
  return suites.flatMap((suite) => [
    ...(suite.specs ?? []).flatMap((/** @type {any} */ spec) => {
      if (spec.ok) return []
      const errors = spec.tests.flatMap((/** @type {any} */ test) =>
        test.results.flatMap((/** @type {any} */ result) => result.errors ?? []),
      )
      return [
        `${spec.file}:${spec.line} ${spec.title}\n${errors.map((/** @type {any} */ error) => plain(error.message ?? '')).join('\n')}`,
      ]
    }),
    ...failedSpecs(suite.suites ?? []),
  ])
}

/** @param {string} text */
function plain(text) {
  return stripVTControlCharacters(text).split('\n').slice(0, 14).join('\n')
}
