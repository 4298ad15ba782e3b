import { expect, type Page, type Request } from '@playwright/test'

const isAction = (request: Request) =>
  request.method() === 'POST' && 'next-action' in request.headers()

/** An action that was given this text, such as what was typed. */
const isGiven = (text: string) => (request: Request) =>
  isAction(request) && (request.postData() ?? '').includes(text)

const isAhead = (request: Request) => 'next-router-prefetch' in request.headers()

/** What the page fetches ahead from now on; resolves once these pages were, and nothing more for half a second. */
export function watchAhead(page: Page) {
  const asked = new Set<Request>()
  const done = new Set<string>()
  let last = 0
  page.on('request', (request) => isAhead(request) && asked.add(request))
  const ended = (request: Request) => {
    if (!asked.delete(request)) return
    done.add(new URL(request.url()).pathname)
    last = Date.now()
  }
  page.on('requestfinished', ended)
  page.on('requestfailed', ended)
  const missing = (paths: string[]) => [
    ...paths.filter((path) => !done.has(path)),
    ...[...asked].map((request) => request.url()),
    ...(Date.now() - last < 500 ? ['a moment of quiet'] : []),
  ]
  return (...paths: string[]) =>
    expect.poll(() => missing(paths), 'not yet fetched ahead').toEqual([])
}

/** Counts what the page sends to server actions from now on: all, or those that are given a text. */
export function countActions(page: Page, given = '') {
  const seen: Request[] = []
  page.on('request', (request) => {
    if (isGiven(given)(request)) seen.push(request)
  })
  return () => seen.length
}

/** Holds back server actions until `release`; they then go on to the server. */
export const holdActions = (page: Page, given = '') => holdBack(page, '**/*', isGiven(given))

/** Holds back what the page reads under this name until `release`. */
export const holdReads = (page: Page, name: string) => holdBack(page, `**/api/console/${name}*`)

/** Holds back requests until `release`, which holds for those too that come after it. */
export async function holdBack(page: Page, address: string | RegExp, held = (_: Request) => true) {
  let release = () => {}
  const released = new Promise<void>((done) => {
    release = done
  })
  await page.route(address, async (route) => {
    if (held(route.request())) await released
    await route.fallback().catch(() => {}) // the page may have given it up
  })
  return release
}

/** Server actions meet a connection that breaks before anything is answered. */
export const breakActions = (page: Page) =>
  page.route('**/*', (route) => (isAction(route.request()) ? route.abort() : route.fallback()))

/** What another process or person does: a call of the API with a key. */
export async function callApi(
  base: string,
  key: string,
  method: string,
  path: string,
  body?: unknown,
) {
  const answer = await fetch(`${base}${path}`, {
    method,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
}
