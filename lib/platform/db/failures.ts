import 'server-only'

/**
 * What a database error means for the caller. `conflict`: others wrote the same, a repeat may succeed. `lost`: not
 * reached, or going down. `busy`: it took longer than anybody should wait. `full`: it has no room to write.
 * `doubt`: lost at the very commit, so nobody knows whether it counted.
 */
export type Failure = 'conflict' | 'lost' | 'busy' | 'full' | 'doubt'

// SQLSTATEs, codes of Prisma and of Node, and kinds of Prisma's driver adapters.
const CODES: Record<Exclude<Failure, 'doubt'>, Set<string>> = {
  full: new Set(['53100', '58030', 'ENOSPC', 'EDQUOT', 'EFBIG']),
  conflict: new Set(['40001', '40P01', 'P2034', 'TransactionWriteConflict']),
  busy: new Set(['55P03', '57014', '25P03', '25P04', 'P2024', 'P2028', '53300', '53400', '53200']),
  lost: new Set([
    ...['57P01', '57P02', '57P03', '57P05', '08000', '08001', '08003', '08004', '08006'],
    ...['P1001', 'P1002', 'P1008', 'P1017', 'DatabaseNotReachable', 'ConnectionClosed'],
    ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH'],
    ...['ENOTFOUND', 'EAI_AGAIN', 'SocketTimeout', 'EMBEDDED_LOST'],
  ]),
}
const BUSY_WORDS =
  /^timeout exceeded when trying to connect$|^Connection terminated due to connection timeout/
// `pg` gives these no code.
const LOST_WORDS =
  /^Connection terminated|^Query read timeout$|encountered a connection error and is not queryable/

type Link = {
  code?: unknown
  originalCode?: unknown
  kind?: unknown
  message?: unknown
  cause?: unknown
  errors?: unknown
  inDoubt?: unknown
  meta?: { driverAdapterError?: unknown }
}

/** Null: a fault of the program, or a rule of the database that was meant. */
export function failureOf(error: unknown, depth = 0): Failure | null {
  if (typeof error !== 'object' || error === null || depth > 5) return null
  const { code, originalCode, kind, message, cause, errors, inDoubt, meta } = error as Link
  if (inDoubt === true) return 'doubt'
  for (const [failure, codes] of Object.entries(CODES)) {
    if ([code, originalCode, kind].some((word) => typeof word === 'string' && codes.has(word))) {
      // Prisma's own codes are coarse: what stands below them is better.
      return failureBelow([meta?.driverAdapterError, cause], depth) ?? (failure as Failure)
    }
  }
  if (typeof message === 'string') {
    if (BUSY_WORDS.test(message)) return 'busy'
    if (LOST_WORDS.test(message)) return 'lost'
  }
  return failureBelow(
    [meta?.driverAdapterError, cause, ...(Array.isArray(errors) ? errors : [])],
    depth,
  )
}

function failureBelow(links: unknown[], depth: number): Failure | null {
  for (const link of links) {
    const found = failureOf(link, depth + 1)
    if (found) return found
  }
  return null
}

/** The same error, known to have come when the commit was on its way. */
export const inDoubt = (error: unknown): Error =>
  Object.assign(new Error('The database was lost at a commit.', { cause: error }), {
    inDoubt: true,
  })
