import { expect, type Page } from '@playwright/test'

/** What cannot be read or hit on the page as it stands, in words. Runs in the browser. */
function faultsOfLayout({ target }: { target: number }): string[] {
  const faults: string[] = []
  const root = document.documentElement
  if (root.scrollWidth > innerWidth) faults.push(`the page is ${root.scrollWidth} wide`)
  const name = (element: Element) =>
    `${element.tagName.toLowerCase()} “${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)}”`
  const layers = [...document.querySelectorAll('[role=dialog], [role=alertdialog], [role=menu]')]
  const top = layers.at(-1) ?? document.body
  const scrollers = (element: Element) => {
    const found: Element[] = []
    for (let at = element.parentElement; at; at = at.parentElement) {
      if (/auto|scroll/.test(getComputedStyle(at).overflowX + getComputedStyle(at).overflowY))
        found.push(at)
    }
    return found
  }
  const floats = '[data-bulk], [data-sonner-toaster], [data-radix-popper-content-wrapper]'
  for (const element of top.querySelectorAll<HTMLElement>('button, a[href], input, textarea')) {
    const box = element.getBoundingClientRect()
    const style = getComputedStyle(element)
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue
    if (box.width < 2 || element.closest('.sr-only, [aria-hidden=true]')) continue
    const around = scrollers(element)
    const sideways = around.find((at) => at.scrollWidth > at.clientWidth + 1)
    if (!sideways && (box.right > innerWidth + 1 || box.left < -1))
      faults.push(`${name(element)} reaches beyond the window`)
    const inline = style.display === 'inline'
    if (element.tagName === 'BUTTON' && !inline) {
      if (
        element.scrollWidth > element.clientWidth + 2 ||
        element.scrollHeight > element.clientHeight + 2
      )
        if (!element.matches('[role=checkbox], [role=radio]'))
          faults.push(
            `${name(element)} is cut: ${element.scrollWidth}×${element.scrollHeight} in ${element.clientWidth}×${element.clientHeight}`,
          )
    }
    // Somebody's finger, in the middle of it.
    const x = box.left + box.width / 2
    const y = box.top + box.height / 2
    const seen = around.every((at) => {
      const clip = at.getBoundingClientRect()
      return x > clip.left && x < clip.right && y > clip.top && y < clip.bottom
    })
    if (seen && x > 0 && y > 0 && x < innerWidth && y < innerHeight) {
      const hit = document.elementFromPoint(x, y)
      const own = hit && (element.contains(hit) || hit.contains(element) || hit.closest('label'))
      if (!own && !hit?.closest(floats))
        faults.push(`${name(element)} lies under ${hit ? name(hit) : 'nothing'}`)
    }
    if (target && !inline && !element.closest('p, dd, li p, label, [data-inline]')) {
      const after = getComputedStyle(element, '::after')
      const extra =
        after.position === 'absolute' ? [parseFloat(after.width), parseFloat(after.height)] : [0, 0]
      const width = Math.max(box.width, extra[0] || 0)
      const height = Math.max(box.height, extra[1] || 0)
      if (height < target - 0.5 || width < Math.min(target, 24) - 0.5)
        faults.push(
          `${name(element)} is ${Math.round(width)}×${Math.round(height)}, less than ${target}`,
        )
    }
  }
  return [...new Set(faults)]
}

type Size = {
  width: number
  height: number /** Of the root's font, in per cent. */
  font?: number /** Smallest target. */
  target?: number
}

export const sizes = {
  phone: { width: 390, height: 844, target: 44 },
  narrow: { width: 320, height: 640, target: 44 },
  zoomed: { width: 640, height: 450 },
  largeText: { width: 1280, height: 800, font: 200 },
} satisfies Record<string, Size>

/** Nothing of the page or the open dialog is cut, covered or out of reach in a window of that size. */
export async function expectToFit(page: Page, size: Size) {
  const { width, height, font = 100, target = 0 } = size
  await page.setViewportSize({ width, height })
  await page.evaluate(async (percent) => {
    document.documentElement.style.fontSize = percent === 100 ? '' : `${percent}%`
    const drawn = () => new Promise((done) => requestAnimationFrame(done))
    await drawn()
    await drawn()
  }, font)
  const faults = await page.evaluate(faultsOfLayout, { target })
  await page.evaluate(() => {
    document.documentElement.style.fontSize = ''
  })
  if (process.env.LOOK) return faults
  expect.soft(faults, `${width}×${height}, text ${font} %, ${page.url()}`).toEqual([])
}
