// @ts-check
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { writeFuzzConfig } from './fuzz-config.js'
import { build, withSeededServer } from './seeded-server.js'

// npm run check:fuzz: schemathesis against each OpenAPI document, all of its checks, on a seeded server of its own.
// It is looked for on PATH, or in the directory that SCHEMATHESIS_BIN names; without it nothing is run.
// FUZZ_SEED repeats a run, FUZZ_API names the prefixes that are tried (between commas), FUZZ_REPORT a folder for every case.

const folders = [process.env.SCHEMATHESIS_BIN ?? '', ...(process.env.PATH ?? '').split(delimiter)]
const found = folders.filter(Boolean).map((folder) => join(folder, 'schemathesis'))
const program = found.find((path) => existsSync(path))
const port = Number(process.env.PORT ?? 3149)
const seconds = process.env.FUZZ_SECONDS ?? '120'
const seed = process.env.FUZZ_SEED
const prefixes = process.env.FUZZ_API?.split(',') ?? [
  '/api/v2',
  '/api/gatehouse/v1',
  '/ext/v0',
  '/access/v1',
]

/** @param {string} prefix @param {string} key @param {string} home @returns {Promise<boolean>} */
async function tryOn(prefix, key, home) {
  const origin = `http://127.0.0.1:${port}`
  const url = origin + prefix
  const config = await writeFuzzConfig({ origin, key, folder: home })
  const report = process.env.FUZZ_REPORT
  const child = spawn(
    String(program),
    [
      ...['--config-file', config, '--no-color', 'run', `${url}/openapi.json`, '--url', url],
      ...['--max-time', seconds, '-H', `Authorization: Bearer ${key}`],
      ...(seed ? ['--seed', seed] : []),
      ...(report ? ['--report', 'ndjson', '--report-dir', report + prefix] : []),
    ],
    { cwd: home, stdio: 'inherit' },
  )
  const [status] = await once(child, 'close')
  return status === 0 && (await stillOpens(key))
}

/** A key that was revoked on the way would have tried nothing but 401. @param {string} key */
async function stillOpens(key) {
  const headers = { authorization: `Bearer ${key}` }
  const { status } = await fetch(`http://127.0.0.1:${port}/api/v2/userinfo/`, { headers })
  if (status !== 200)
    process.stdout.write(`The key of this run is answered ${status} at its end.\n`)
  return status === 200
}

if (program) {
  build()
  // Each on a server of its own: what is called changes and removes.
  const results = []
  for (const prefix of prefixes)
    results.push(
      await withSeededServer(port, ({ seed, home }) => tryOn(prefix, seed.owner.api_key, home)),
    )
  process.exitCode = results.every(Boolean) ? 0 : 1
} else {
  process.stdout.write('schemathesis is not on PATH, and SCHEMATHESIS_BIN names none: not run.\n')
}
