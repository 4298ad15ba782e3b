// @ts-check
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

const compress = promisify(gzip)
const types = {
  '.js': 'application/javascript; charset=UTF-8',
  '.css': 'text/css; charset=UTF-8',
}
// Names that the build made of what is in them: nothing that leaves the folder.
const name = /^\/_next\/static\/((?:[\w~-]+\/)*[\w.~-]+\.(?:js|css))$/
const takesGzip = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/

/**
 * Scripts and styles of the build, compressed once and well: Next compresses them anew for every browser, which is half of
 * what a page costs. False where Next has to answer.
 * @param {string} folder `.next/static`
 */
export function builtFiles(folder) {
  /** @type {Map<string, Promise<Buffer | null>>} */
  const known = new Map()
  /** @param {string} file */
  const read = async (file) => {
    const text = await readFile(join(folder, file)).catch(() => null)
    return text && compress(text, { level: 9 })
  }
  /**
   * @param {string} file @param {import('node:http').IncomingMessage} req @param {import('node:http').ServerResponse} res
   */
  const send = async (file, req, res) => {
    const reading = known.get(file) ?? read(file)
    known.set(file, reading)
    const body = await reading
    if (!body) {
      known.delete(file) // only files are kept, whatever names are asked for
      return false
    }
    res.setHeader('content-type', types[/** @type {keyof typeof types} */ (extname(file))])
    res.setHeader('content-encoding', 'gzip')
    res.setHeader('vary', 'accept-encoding')
    res.setHeader('cache-control', 'public, max-age=31536000, immutable')
    res.setHeader('content-length', body.length)
    res.end(req.method === 'HEAD' ? undefined : body)
    return true
  }
  /**
   * @param {import('node:http').IncomingMessage} req @param {import('node:http').ServerResponse} res
   * @param {string} path @returns {false | Promise<boolean>}
   */
  return (req, res, path) => {
    const file = name.exec(path)?.[1]
    if (!file || file.includes('..') || req.headers.range) return false
    if (req.method !== 'GET' && req.method !== 'HEAD') return false
    return takesGzip.test(String(req.headers['accept-encoding'])) && send(file, req, res)
  }
}
