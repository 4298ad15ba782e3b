import 'server-only'
import type { ApiRequest } from '@/lib/listener/gatehouse'
import { apis } from '../api/apis'
import { addressOf, fileAnswer, fileOf } from './files'

const FOLDER = '/api/v2/docs'
const ASSETS = `${FOLDER}/assets`

/** Nothing from elsewhere, no inline script, no eval. Scalar writes style elements, as the console's parts do. */
const policy = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self' 'unsafe-inline'`,
  `img-src 'self' data:`,
  `font-src 'self'`,
  `connect-src 'self'`,
  `form-action 'none'`,
  `frame-ancestors 'none'`,
  `base-uri 'none'`,
].join('; ')

/** The readable reference and its files, or null where there is neither. */
export async function referenceAt(path: string, request: ApiRequest): Promise<Response | null> {
  const plain = path.replace(/\/$/, '')
  if (plain === FOLDER) return pageAnswer()
  if (!plain.startsWith(`${ASSETS}/`)) return null
  const file = await fileOf(plain.slice(ASSETS.length + 1))
  return file && fileAnswer(file, request)
}

async function pageAnswer(): Promise<Response> {
  return new Response(await page(), {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': policy,
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
      'cross-origin-opener-policy': 'same-origin',
    },
  })
}

const documents = apis.map(({ prefix, title }) => ({ title, url: `${prefix}/openapi.json` }))

/** A page of its own, not of Next: the API is answered without it, and needs no key here. */
async function page(): Promise<string> {
  const at = (name: string) => addressOf(name, ASSETS)
  const sources = escaped(JSON.stringify(documents))
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex, nofollow">
<title>Gatehouse API</title>
<link rel="icon" href="/icon.svg">
<link rel="stylesheet" href="${await at('tokens.css')}">
<link rel="stylesheet" href="${await at('reference.css')}">
<script src="${await at('start.js')}"></script>
<script src="${await at('scalar.js')}" defer></script>
</head>
<body>
<nav class="bar" aria-label="Gatehouse">
<a class="home" href="/">${mark}Gatehouse</a>
<span><a href="/problems">Problems</a><a href="/">Console</a></span>
</nav>
<div id="reference" data-sources="${sources}"></div>
<noscript><p class="plain">The reference needs JavaScript. The documents it shows do not: ${documents
    .map(({ title, url }) => `<a href="${url}">${escaped(title)}</a>`)
    .join(', ')}.</p></noscript>
</body>
</html>
`
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

/** components/layout/logo.tsx, which is out of reach here. */
const mark = `<svg aria-hidden="true" viewBox="0 0 19 21" width="19" height="21"><path fill="var(--foreground)" d="M0 21V9.5a9.5 9.5 0 0 1 19 0V21h-3.7V9.5a5.8 5.8 0 0 0-11.6 0V21Z"/><path fill="var(--primary-text)" d="M6.3 21V10h2v3.4h2.4V10h2v3.4H14v1.8h-1.3V21h-2v-5.8H8.3V21h-2v-5.8H5v-1.8h1.3V10Z"/></svg>`
