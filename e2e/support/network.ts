import type { Page, Request } from '@playwright/test'

const isAction = (request: Request) =>
  request.method() === 'POST' && 'next-action' in request.headers()

/** Counts what the page sends to server actions from now on. */
export function countActions(page: Page) {
  const seen: Request[] = []
  page.on('request', (request) => {
    if (isAction(request)) seen.push(request)
  })
  return () => seen.length
}

/** Holds back server actions until `release`; they then go on to the server. */
export const holdActions = (page: Page) => holdBack(page, '**/*', isAction)

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
