// @ts-check

/** The most a request may carry, in bytes. */
export const bodyLimit = 1_000_000

export class TooLarge extends Error {}

/** @param {import('node:http').IncomingMessage} req */
export function announcesTooMuch(req) {
  return Number(req.headers['content-length'] ?? 0) > bodyLimit
}

/** @param {import('node:http').IncomingMessage} req */
export function hasBody(req) {
  return (
    req.headers['transfer-encoding'] !== undefined || Number(req.headers['content-length'] ?? 0) > 0
  )
}

/**
 * The body, whole. Rejects with TooLarge as soon as it outgrows the limit.
 * @param {import('node:http').IncomingMessage} req
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function readBody(req) {
  const chunks = []
  let size = 0
  for await (const chunk of req) {
    size += chunk.length
    if (size > bodyLimit) throw new TooLarge()
    chunks.push(chunk)
  }
  return /** @type {Buffer<ArrayBuffer>} */ (Buffer.concat(chunks, size))
}

/**
 * Holds a body of unknown length to the limit while somebody else reads it. Listening for its data would start
 * the stream too early, so the count sits where Node's parser hands the bytes over.
 * @param {import('node:http').IncomingMessage} req
 * @param {() => void} onTooLarge
 */
export function limitBody(req, onTooLarge) {
  if (req.headers['transfer-encoding'] === undefined) return
  const push = req.push.bind(req)
  let size = 0
  req.push = (chunk, encoding) => {
    size += chunk?.length ?? 0
    if (size <= bodyLimit) return push(chunk, encoding)
    onTooLarge()
    return false
  }
}
