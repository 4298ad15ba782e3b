// @ts-check
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { at } from '../../listener/setup/paths.js'
import { exec } from './exec.js'

/**
 * @typedef {{ source: string }} Module
 * @typedef {{ from: string, to: string, rule: { name: string }, cycle?: { name: string }[] }} Violation
 */

/** The dependency rules, over every file that git lists. @type {import('./exec.js').Stage} */
export const dependencies = {
  name: 'dependency rules',
  quick: true,
  run: async () => {
    const listed = sources()
    const roots = [...new Set(listed.map((path) => path.split('/', 1)[0] ?? ''))]
    const { stdout, said } = await exec(
      'dependencies',
      'dependency-cruiser/bin/dependency-cruise.mjs',
      ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...roots],
    )
    if (!stdout.startsWith('{')) return { passed: 0, failed: 1, skipped: 0, said }
    const { modules, summary } = JSON.parse(stdout)
    const faults = [...unseen(listed, modules), ...summary.violations.map(sentence)]
    return {
      passed: faults.length ? 0 : 1,
      failed: faults.length ? 1 : 0,
      skipped: 0,
      said: faults.join('\n'),
    }
  },
}

/** What git lists and the check did not look at: with a compiler it cannot use, it finds nothing and says all is well. @param {readonly string[]} listed @param {readonly Module[]} modules */
export function unseen(listed, modules) {
  const seen = new Set(modules.map(({ source }) => source))
  const missed = listed.filter((path) => !seen.has(path))
  return missed.length === 0
    ? []
    : [`Looked at ${seen.size} modules, but not at: ${missed.join(', ')}`]
}

/** @param {Violation} violation */
function sentence({ rule, from, to, cycle }) {
  return `${rule.name}: ${from} → ${cycle ? cycle.map(({ name }) => name).join(' → ') : to}`
}

function sources() {
  const patterns = ['*.ts', '*.tsx', 'lib/listener/*.js', 'lib/testing/*.js']
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', ...patterns], {
    cwd: at(),
    encoding: 'utf8',
  })
  return listed.split('\n').filter((path) => path !== '' && existsSync(at(path)))
}
