import { expect, type Page } from '@playwright/test'
import { axeFaults } from './axe'

/** What cannot be read or hit on the page as it stands, in words. Runs in the browser. */
function faultsOfLayout({ target }: { target: number }): string[] {
  const faults: string[] = []
  const { scrollWidth } = document.documentElement
  if (scrollWidth > innerWidth) faults.push(`the page is ${scrollWidth} wide`)
  const nameOf = (element: Element) =>
    `${element.tagName.toLowerCase()} “${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)}”`
  const layers = document.querySelectorAll('[role=dialog], [role=alertdialog], [role=menu]')
  const top = [...layers].at(-1) ?? document.body
  const scrollersOf = (element: Element) => {
    const found: Element[] = []
    for (let at = element.parentElement; at; at = at.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(at)
      if (/auto|scroll/.test(overflowX + overflowY)) found.push(at)
    }
    return found
  }
  const floating =
    '[data-bulk], [data-operations], [data-sonner-toaster], [data-radix-popper-content-wrapper]'
  for (const element of top.querySelectorAll<HTMLElement>('button, a[href], input, textarea')) {
    const box = (
      element.matches('input, textarea') ? (element.closest('.field-box') ?? element) : element
    ).getBoundingClientRect()
    const shown = element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    if (!shown || box.width < 2 || box.bottom <= 0) continue
    if (element.closest('.sr-only, [aria-hidden=true]')) continue
    const scrollers = scrollersOf(element)
    const sideways = scrollers.some((at) => at.scrollWidth > at.clientWidth + 1)
    if (!sideways && (box.right > innerWidth + 1 || box.left < -1))
      faults.push(`${nameOf(element)} reaches beyond the window`)
    const inline = getComputedStyle(element).display === 'inline'
    const after = getComputedStyle(element, '::after')
    const grown = after.position === 'absolute' ? Number.parseFloat(after.height) || 0 : 0
    const cut =
      element.scrollWidth > element.clientWidth + 2 ||
      (element.scrollHeight > element.clientHeight + 2 && grown === 0)
    if (
      cut &&
      element.tagName === 'BUTTON' &&
      !inline &&
      !element.matches('[role=checkbox], [role=radio]')
    )
      faults.push(`the words of ${nameOf(element)} are cut`)
    // Where a finger meets it: nothing else may lie there.
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2]
    const inSight = [...scrollers, document.documentElement].every((at) => {
      const { left, right, top, bottom } =
        at === document.documentElement
          ? { left: 0, right: innerWidth, top: 0, bottom: innerHeight }
          : at.getBoundingClientRect()
      return x > left && x < right && y > top && y < bottom
    })
    const hit = inSight ? document.elementFromPoint(x, y) : null
    const field = element.matches('input, textarea') ? element.closest('.field-box') : null
    const own =
      hit &&
      (element.contains(hit) ||
        hit.contains(element) ||
        hit.closest('label') ||
        field?.contains(hit))
    if (hit && !own && !hit.closest(floating))
      faults.push(`${nameOf(element)} lies under ${nameOf(hit)}`)
    // Links in sentences have the size of their words (WCAG 2.5.8); a row is the target of the name in it.
    if (!target || inline || element.closest('p, dd, label, [data-row] a, [data-inline]')) continue
    const height = Math.max(box.height, grown)
    if (height < target - 1.5)
      faults.push(`${nameOf(element)} is ${Math.round(height)} high, less than ${target}`)
  }
  return [...new Set(faults)]
}

type Size = {
  width: number
  height: number /** Least height of what a finger meets. */
  target?: number
}

/** 390 and 320 pixels of a phone; 1280 at 200 %. */
export const sizes = {
  phone: { width: 390, height: 844, target: 44 },
  narrow: { width: 320, height: 640, target: 44 },
  zoomed: { width: 640, height: 450 },
} satisfies Record<string, Size>

/** Nothing of the page or of what is open on it is cut, covered or out of reach in a window of that size. */
export async function expectToFit(page: Page, name: string, { width, height, target = 0 }: Size) {
  const now = page.viewportSize()
  if (now?.width !== width || now.height !== height) await page.setViewportSize({ width, height })
  await expect
    .poll(() => page.evaluate(faultsOfLayout, { target }), {
      message: `${name}, ${width} × ${height}`,
    })
    .toEqual([])
}

const looks = [
  { name: 'light', dark: false, forcedColors: 'none' },
  { name: 'dark', dark: true, forcedColors: 'none' },
  { name: 'forced colours', dark: true, forcedColors: 'active' },
] as const
const contrast = 'color-contrast' // takes as long as all other rules together

/** Gives the page a look, and waits until nothing on it moves or fades any more. Runs in the browser. */
async function dress(dark: boolean) {
  document.documentElement.classList.toggle('dark', dark)
  const drawn = () => new Promise((done) => requestAnimationFrame(done))
  await drawn()
  for (;;) {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
      .filter(({ playState }) => playState === 'running')
    if (ending.length === 0) return
    await Promise.allSettled(ending.map(({ finished }) => finished))
    await drawn()
  }
}

/** Axe finds nothing in light, in dark and in forced colours; only colours differ, so only they are asked again. */
export async function expectNoAxeFaults(page: Page, name = page.url(), everyLook = true) {
  // An open menu floats beside the landmarks and goes with the next key: the rule is about content.
  const floats = (await page.locator('[role=menu], [role=tooltip]').count()) > 0
  const without = floats ? ['region', 'scrollable-region-focusable'] : [] // its arrow keys scroll a menu
  // Behind a modal dialog lies a page out of reach: its colours are asked where it is not covered.
  const covered = (await page.locator('[role=dialog], [role=alertdialog]').count()) > 0
  const except = covered ? ['[data-aria-hidden]'] : []
  for (const { name: look, dark, forcedColors } of everyLook ? looks : looks.slice(0, 1)) {
    await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light', forcedColors })
    await page.evaluate(dress, dark)
    const colours = () => axeFaults(page, { only: [contrast], except })
    const faults = async () => {
      if (dark) return colours()
      if (!covered) return axeFaults(page, { without })
      return [...(await axeFaults(page, { without: [...without, contrast] })), ...(await colours())]
    }
    let found = await faults()
    // What changed while axe looked is looked at again: an answer may have come in between.
    for (let more = 2; more > 0 && found.length > 0; more--) {
      await page.waitForTimeout(250)
      found = await faults()
    }
    expect(found, `axe, ${look}, ${name}`).toEqual([])
  }
  await page.emulateMedia({ colorScheme: null, forcedColors: null })
  await page.evaluate(() => document.documentElement.classList.remove('dark'))
}
