import 'server-only'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const BEAT_MS = 2_000
const DEAD_AFTER_MS = 15_000

type Holder = { pid: number; at: number }

/** Keeps a second process out of the embedded database. Returns the release; throws a sentence when it is taken. */
export function lockDirectory(directory: string): () => void {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const file = join(directory, 'lock')
  const holder = read(file)
  if (holder && holder.pid !== process.pid && isAlive(holder)) {
    throw new Error(
      `The data in ${directory} is in use by process ${holder.pid}. Stop that one first, or set DATA_DIR ` +
        'to another directory, or set DATABASE_URL to use a PostgreSQL server that many processes share.',
    )
  }
  const beat = () => writeFileSync(file, JSON.stringify({ pid: process.pid, at: Date.now() }))
  beat()
  const heart = setInterval(() => tryTo(beat), BEAT_MS)
  heart.unref()
  return () => {
    clearInterval(heart)
    rmSync(file, { force: true })
  }
}

function tryTo(beat: () => void) {
  try {
    beat()
  } catch {
    // a full disk must not end the process; the next beat tries again
  }
}

function read(file: string): Holder | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder
  } catch {
    return null
  }
}

// Another process of this machine, or, across containers with a shared disk, a heartbeat that is fresh.
function isAlive({ pid, at }: Holder): boolean {
  const fresh = Date.now() - at < DEAD_AFTER_MS
  try {
    process.kill(pid, 0)
    return fresh
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' && fresh
  }
}
