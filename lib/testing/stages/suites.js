// @ts-check
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { pages } from '../../listener/setup/pages.js'
import { textOf } from '../../listener/setup/paths.js'
import { startPostgres } from '../postgres.js'
import { playwrightCounts, vitestCounts } from './counts.js'
import { exec, reports } from './exec.js'

/**
 * @typedef {import('./exec.js').Stage} Stage
 * @typedef {import('./exec.js').Counts} Counts
 */

/** Everything below the browser, the database being PGlite in memory. @type {Stage} */
export const onPglite = {
  name: 'unit, use cases',
  quick: true,
  run: () => vitest('vitest-pglite', [], {}),
}

/** What touches the database once more, on a real PostgreSQL of our own. @type {Stage} */
export const onPostgres = {
  name: 'use cases, PostgreSQL',
  run: async () => {
    const server = await startPostgres()
    try {
      const before = await written(server.url)
      const folders = [
        'lib/kernel',
        'lib/modules',
        'lib/platform',
        'lib/testing',
        'lib/transport',
        'prisma',
      ]
      const counts = await vitest('vitest-postgres', folders, { TEST_DATABASE_URL: server.url })
      // A suite that ran on something else would be green as well.
      if ((await written(server.url)) - before > 500_000) return counts
      return {
        ...counts,
        failed: counts.failed + 1,
        said: `The suite hardly wrote to ${server.version}.\n${counts.said ?? ''}`,
      }
    } finally {
      await server.stop()
    }
  },
}

/** The pages, as `npm start` builds them. @type {Stage} */
export const build = {
  name: 'build',
  run: async () => {
    await pages()
    return { passed: 1, failed: 0, skipped: 0 }
  },
}

/** Processes that are killed, databases that go away: the built program on both engines. @type {Stage} */
export const faults = {
  name: 'faults',
  run: () => vitest('vitest-faults', ['--config=lib/testing/faults/vitest.config.ts'], {}),
}

/** The built program in a browser. @type {Stage} */
export const endToEnd = {
  name: 'end to end',
  run: async () => {
    const file = join(reports, 'playwright.json')
    rmSync(file, { force: true })
    const { status, said } = await exec(
      'playwright',
      '@playwright/test/cli.js',
      ['test', '--reporter=list,json'],
      {
        env: { CI: '1', PLAYWRIGHT_JSON_OUTPUT_NAME: file },
        minutes: 15,
      },
    )
    const report = textOf(file)
    return report ? playwrightCounts(report, status) : { passed: 0, failed: 1, skipped: 0, said }
  },
}

/** @param {string} name @param {string[]} folders @param {Record<string, string>} env @returns {Promise<Counts>} */
async function vitest(name, folders, env) {
  const file = join(reports, `${name}.json`)
  rmSync(file, { force: true })
  const args = [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
    ...folders,
  ]
  const { status, said } = await exec(name, 'vitest/vitest.mjs', args, { env })
  const report = textOf(file)
  return report ? vitestCounts(report, status) : { passed: 0, failed: 1, skipped: 0, said }
}

/** Bytes that a server has written to its log. @param {string} url @returns {Promise<number>} */
async function written(url) {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(
    `select (pg_current_wal_insert_lsn() - '0/0')::float8 as bytes`,
  )
  await client.end()
  return rows[0].bytes
}
