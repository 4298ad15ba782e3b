import 'server-only'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { ApiRequest } from '@/lib/listener/gatehouse'
import { sha256 } from '@/lib/platform/crypto/hash'
import { once } from '@/lib/platform/once'

const zip = promisify(gzip)
const sources: Record<string, string> = {
  'scalar.js': 'node_modules/@scalar/fastify-api-reference/dist/js/standalone.js',
  'start.js': 'lib/client/reference/start.js',
  'tokens.css': 'app/tokens.css',
  'reference.css': 'lib/client/reference/reference.css',
  'sans.woff2':
    'node_modules/@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans-latin-wght-normal.woff2',
  'mono.woff2': 'node_modules/@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-400-normal.woff2',
}
const types: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  woff2: 'font/woff2',
}

type File = { type: string; version: string; plain: Buffer; zipped: Buffer | null }

/** A file that the reference page asks for, read and compressed once per process; null for any other name. */
export function fileOf(name: string): Promise<File> | null {
  const source = Object.hasOwn(sources, name) ? sources[name] : undefined
  return source ? once(`transport.reference ${name}`, () => load(name, source)) : null
}

async function load(name: string, source: string): Promise<File> {
  const plain = await readFile(join(/* turbopackIgnore: true */ process.cwd(), source))
  const type = types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
  const zipped = type.startsWith('font') ? null : await zip(plain)
  return { type, version: sha256(plain.toString('base64')).slice(0, 16), plain, zipped }
}

/** Its address on the page: with the version in it, a browser keeps it for good. */
export async function addressOf(name: string, folder: string): Promise<string> {
  const file = await fileOf(name)
  return `${folder}/${name}?v=${file?.version}`
}

/** For good at the address with its version in it; at any other a browser asks whether it is still the same. */
export function fileAnswer(file: File, request: ApiRequest): Response {
  const tag = `"${file.version}"`
  const headers = new Headers({ 'content-type': file.type, etag: tag, vary: 'accept-encoding' })
  const asked = new URL(request.url).searchParams.get('v')
  headers.set(
    'cache-control',
    asked === file.version ? 'public, max-age=31536000, immutable' : 'no-cache',
  )
  if (request.headers.get('if-none-match')?.includes(tag)) {
    return new Response(null, { status: 304, headers })
  }
  const zipped = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(
    request.headers.get('accept-encoding') ?? '',
  )
    ? file.zipped
    : null
  if (zipped) headers.set('content-encoding', 'gzip')
  const body = zipped ?? file.plain
  headers.set('content-length', String(body.length))
  return new Response(new Uint8Array(body), { headers })
}
