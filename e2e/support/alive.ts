import type { Page } from '@playwright/test'

/**
 * True once a page of ours listens: React has taken over everything that can be used, the parts that came in late
 * too, and has run its effects. Other documents (JSON, the API's documentation) are ready when loaded. In the browser.
 */
async function listens(patience: number): Promise<boolean> {
  if (!('__next_f' in window)) return true
  const taken = (element: Element) =>
    Object.keys(element).some((key) => key.startsWith('__reactProps$'))
  const usable = 'body, main, a[href], button, input, textarea, select, summary, tr'
  for (const until = performance.now() + patience; performance.now() < until; ) {
    if ([...document.querySelectorAll(usable)].every(taken)) {
      // Effects are tasks that wait already: whatever is idle comes after them.
      await new Promise((done) => requestIdleCallback(done, { timeout: 1_000 }))
      return true
    }
    await new Promise((done) => setTimeout(done, 5))
  }
  return false
}

/** Waits until the page listens to keys and clicks; one that never does fails the test. */
export async function expectAlive(page: Page): Promise<void> {
  for (;;) {
    try {
      if (await page.evaluate(listens, 15_000)) return
      throw new Error(`${page.url()} never came alive: what is on it belongs to no script.`)
    } catch (error) {
      // It went on to another page meanwhile, which is asked in its stead.
      if (!/context was destroyed|navigat/i.test(String(error)) || page.isClosed()) throw error
    }
  }
}

/** From now on `goto` and `reload` of this page end when it listens, not when it has been drawn. */
export function comesAlive(page: Page): void {
  const goto = page.goto.bind(page)
  page.goto = async (...given) => {
    const answer = await goto(...given)
    await expectAlive(page)
    return answer
  }
  const reload = page.reload.bind(page)
  page.reload = async (...given) => {
    const answer = await reload(...given)
    await expectAlive(page)
    return answer
  }
}
