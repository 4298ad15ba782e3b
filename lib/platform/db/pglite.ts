import 'server-only'
import { mkdirSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { btree_gin } from '@electric-sql/pglite/contrib/btree_gin'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'

// PGlite touches all of them at the start. With the usual 128MB the process is 135 MB larger and no page is read faster.
const BUFFERS = '32MB'

/** Opens the embedded database; `directory` null keeps it in memory (tests). */
export async function openPGlite(directory: string | null): Promise<PGlite> {
  if (directory) mkdirSync(directory, { recursive: true, mode: 0o700 })
  const pglite = new PGlite({
    dataDir: directory ?? 'memory://',
    extensions: { pg_trgm, btree_gin },
    startParams: [...PGlite.defaultStartParams, '-c', `shared_buffers=${BUFFERS}`],
  })
  await pglite.waitReady
  guard(pglite)
  return pglite
}

const stopped = new WeakSet<PGlite>()

/** PostgreSQL inside gave up (PANIC: the disk is full, a file is broken). Nothing more may be asked of it. */
export const hasStopped = (pglite: PGlite): boolean => stopped.has(pglite)

export const gone = (cause?: unknown) =>
  Object.assign(new Error('The embedded database stopped.', { cause }), { code: 'EMBEDDED_LOST' })

type Inside = Record<
  | '_PostgresMainLoopOnce'
  | 'stackRestore'
  | '_PostgresSendReadyForQueryIfNecessary'
  | '_pgl_pq_flush',
  (...given: unknown[]) => unknown
>

/**
 * PGlite takes every end of its program for an error of one statement and goes on asking: for ever, with the whole
 * process standing still. So the end is noticed where it comes, and whoever asks afterwards is refused.
 */
function guard(pglite: PGlite): void {
  const inside = pglite.Module as unknown as Inside
  const once = inside._PostgresMainLoopOnce
  const jumps = (pglite as unknown as { POSTGRES_MAIN_LONGJMP: number }).POSTGRES_MAIN_LONGJMP
  inside._PostgresMainLoopOnce = (...given) => {
    if (stopped.has(pglite)) throw gone()
    try {
      return once(...given)
    } catch (error) {
      if ((error as { status?: number }).status !== jumps) stop(error)
      throw error
    }
  }
  const stop = (cause: unknown) => {
    stopped.add(pglite)
    inside._PostgresSendReadyForQueryIfNecessary = () => {}
    inside._pgl_pq_flush = () => {}
    // Called where PGlite catches: what it throws ends the loop. The first time, the message at hand was the last one.
    const restore = inside.stackRestore
    let first = true
    inside.stackRestore = (...given) => {
      if (!first) throw gone(cause)
      first = false
      return restore(...given)
    }
  }
  const send = pglite.execProtocolRawSync.bind(pglite)
  pglite.execProtocolRawSync = (message) => {
    if (stopped.has(pglite)) throw gone()
    return send(message)
  }
}
