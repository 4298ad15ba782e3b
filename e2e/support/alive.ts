import type { Locator, Page } from '@playwright/test'

/**
 * True once a page of ours listens: React has taken over everything that can be used, the parts that came in late
 * too, and has run its effects. Other documents (JSON, the API's documentation) are ready when loaded. In the browser.
 */
async function listens(patience: number): Promise<boolean> {
  const page = window as typeof window & { __next_f?: unknown; alive?: true }
  if (page.alive || !page.__next_f) return true
  const taken = (element: Element) =>
    Object.keys(element).some((key) => key.startsWith('__reactProps$'))
  const usable = 'body, main, a[href], button, input, textarea, select, summary, tr'
  for (const until = performance.now() + patience; performance.now() < until; ) {
    if ([...document.querySelectorAll(usable)].every(taken)) {
      // Effects are tasks that wait already: whatever is idle comes after them.
      await new Promise((done) => requestIdleCallback(done, { timeout: 1_000 }))
      page.alive = true // what comes from now on is made by React, or in another document
      return true
    }
    await new Promise((done) => setTimeout(done, 5))
  }
  return false
}

/** Waits until the page listens to keys and clicks; one that never does fails the test. */
async function expectAlive(page: Page): Promise<void> {
  for (;;) {
    try {
      if (await page.evaluate(listens, 15_000)) return
    } catch (error) {
      // It went on to another page meanwhile, which is asked in its stead.
      if (page.isClosed() || !/context was destroyed|navigat/i.test(String(error))) throw error
      continue
    }
    throw new Error(`${page.url()} never came alive: what is on it belongs to no script.`)
  }
}

type Method = (...given: unknown[]) => Promise<unknown>
const patched = new WeakSet<object>()

/** Has these methods wait for the page before or after their work, once for each object. */
function waiting(
  owner: object,
  when: 'before' | 'after',
  names: string[],
  pageOf: (of: never) => Page,
  isThere?: (of: never) => Promise<void>,
) {
  const methods = owner as Record<string, Method>
  for (const name of names) {
    const method = methods[name] as Method
    methods[name] = async function (this: never, ...given) {
      if (when === 'before') {
        await isThere?.(this)
        await expectAlive(pageOf(this))
      }
      const result = await method.apply(this, given)
      if (when === 'after') await expectAlive(pageOf(this))
      return result
    }
  }
}

const acts = ['check', 'click', 'dblclick', 'fill', 'hover', 'press', 'setInputFiles']

/**
 * What is drawn is not yet what listens: a key or a click that comes before the scripts is lost, and only under load.
 * From now on nothing is done to this page before it listens, also behind a sign-in or a step back.
 */
export function comesAlive(page: Page): void {
  waiting(page, 'after', ['goto', 'reload'], () => page)
  waiting(page.keyboard, 'before', ['press', 'type'], () => page)
  const locators = Object.getPrototypeOf(page.locator('html')) // of all pages
  if (patched.has(locators)) return
  patched.add(locators)
  // Its own document is asked, not the one before it: a sign-in that goes on leaves a page that listens. What never
  // comes, or comes twice, is said by the act itself.
  const attached = (locator: Locator) => locator.waitFor({ state: 'attached' }).catch(() => {})
  waiting(locators, 'before', acts, (locator: Locator) => locator.page(), attached)
}
