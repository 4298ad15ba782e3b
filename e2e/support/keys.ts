import { expect, type Locator, type Page } from '@playwright/test'

/** Why somebody who looks cannot tell where the focus is; null when they can. Runs in the browser. */
function focusFault(): string | null {
  const focused = document.activeElement
  if (!focused || focused === document.body) return 'the focus is nowhere'
  const name = `${focused.tagName.toLowerCase()} “${(focused.getAttribute('aria-label') ?? focused.textContent ?? '').trim().slice(0, 40)}”`
  // Where a page, a dialog or a menu begins: the next key goes into it.
  if (focused.matches('main, [role=dialog], [role=alertdialog], [role=menu]')) return null
  const ring = (element: Element | null) => {
    if (!element) return false
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
    return (
      (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1) ||
      boxShadow.includes('inset')
    )
  }
  const ground = (element: Element | null) => element && getComputedStyle(element).backgroundColor
  const marked =
    focused.matches('[role^=menuitem]') &&
    ground(focused) !== ground(focused.closest('[role=menu]'))
  const typing = focused.matches('[cmdk-input]') // a caret, and the chosen option below
  if (!marked && !typing && !ring(focused) && !ring(focused.closest('.field-box')))
    return `${name} does not look focused`
  const { top, bottom, left, right } = focused.getBoundingClientRect()
  if (bottom <= 0 || top >= innerHeight || right <= 0 || left >= innerWidth)
    return `${name} is out of sight`
  const [x, y] = [Math.max(left, 0) + 4, Math.min(Math.max(top, 0) + 4, innerHeight - 1)]
  const hit =
    document.elementFromPoint(x, (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2) ??
    document.elementFromPoint(x, y)
  const covered = hit && !focused.contains(hit) && !hit.contains(focused) && !hit.closest('label')
  return covered
    ? `${name} is covered by ${hit.tagName.toLowerCase()} “${hit.textContent?.trim().slice(0, 40)}”`
    : null
}

/** A keyboard and no mouse. After every key the focus is somewhere, and can be seen there. */
export function keyboardOf(page: Page) {
  const expectFocusSeen = (after: string) =>
    expect
      .poll(() => page.evaluate(focusFault).catch(() => 'the page is changing'), {
        message: `after ${after} on ${page.url()}`,
        timeout: 5_000,
      })
      .toBeNull()

  // A key is held a moment, as by a finger: radio buttons listen to that.
  const press = async (...keys: string[]) => {
    for (const key of keys) {
      await page.keyboard.press(key, { delay: 30 })
      await expectFocusSeen(key)
    }
  }
  const type = async (text: string) => {
    await page.keyboard.type(text)
    await expectFocusSeen(text)
  }
  /** Tab until the focus is there. */
  const tabTo = async (goal: Locator, key = 'Tab') => {
    await expect(goal).toBeVisible()
    const there = () => goal.evaluate((element) => element === document.activeElement)
    for (let steps = 0; steps < 80; steps++) {
      if (await there()) return
      await press(key)
    }
    await expect(goal).toBeFocused()
  }
  /** Down a menu until the focus is there. */
  const choose = async (
    name: string | RegExp,
    role: 'menuitem' | 'menuitemradio' | 'menuitemcheckbox' = 'menuitem',
  ) => {
    await tabTo(page.getByRole(role, { name }), 'ArrowDown')
    await press('Enter')
  }
  return { press, type, tabTo, choose, expectFocusSeen }
}
