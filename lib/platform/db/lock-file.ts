import 'server-only'
import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'

const BEAT_MS = 2_000
const DEAD_AFTER_MS = 15_000

type Holder = { pid: number; host: string; started: string | null }

/** Keeps a second process out of the embedded database. Returns the release; throws a sentence when it is taken. */
export function lockDirectory(directory: string): () => void {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const file = join(directory, 'lock')
  const holder = read(file)
  if (holder && isAlive(holder, file)) throw taken(directory, holder)
  const own: Holder = { pid: process.pid, host: hostname(), started: startOf(process.pid) }
  writeFileSync(file, JSON.stringify(own))
  // Its time alone, which needs no room: written anew on a full disk, the file would be left empty, and the lock open.
  const heart = setInterval(() => tryTo(() => utimesSync(file, new Date(), new Date())), BEAT_MS)
  heart.unref()
  return () => {
    clearInterval(heart)
    rmSync(file, { force: true })
  }
}

const taken = (directory: string, { pid }: Holder) =>
  Object.assign(
    new Error(
      `The data in ${directory} is in use by process ${pid}. Stop that one first, or set DATA_DIR to another ` +
        'directory, or set DATABASE_URL to use a PostgreSQL server that many processes share.',
    ),
    { name: 'Told' }, // the listener prints it without a stack
  )

function tryTo(beat: () => void) {
  try {
    beat()
  } catch {
    // a disk in trouble must not end the process; the next beat tries again
  }
}

function read(file: string): Holder | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder
  } catch {
    return null
  }
}

// On this machine the process is asked: a long statement may keep it from its heartbeat, and its number may be another's
// by now. Elsewhere (containers that share a disk) only a fresh heartbeat tells.
function isAlive({ pid, host, started }: Holder, file: string): boolean {
  const fresh = Date.now() - statSync(file).mtimeMs < DEAD_AFTER_MS
  if (host !== hostname()) return fresh
  if (pid === process.pid || !isRunning(pid)) return false
  return started ? started === startOf(pid) : fresh
}

/** When a process began, in the kernel's own measure (proc(5), field 22). Null where there is no /proc. */
function startOf(pid: number): string | null {
  try {
    return (
      readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')[19] ?? null
    )
  } catch {
    return null
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !isZombie(pid)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Killed, and not yet reaped by its parent: Linux still answers for it. */
function isZombie(pid: number): boolean {
  try {
    return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}
