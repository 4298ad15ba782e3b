const targets = '[data-tip], [data-tip-cut], [data-tip-of]'
const DELAY = 350 // ms; none for reasons, or soon after another was shown
const GAP = 6 // px
const EDGE = 8 // px

let box: HTMLElement | undefined
let shown: HTMLElement | null = null
let timer: ReturnType<typeof setTimeout> | undefined
let hiddenAt = 0

/** Shows the text that belongs to an element, and names it for assistive technology while it is there. */
export function show(target: HTMLElement): void {
  const text = tipText(target)
  hide()
  if (!text || !target.isConnected) return
  box ??= makeBox()
  box.textContent = text
  document.body.append(box)
  shown = target
  place(box, target.getBoundingClientRect(), target.dataset.tipOf !== undefined)
  if (!target.hasAttribute('aria-describedby')) target.setAttribute('aria-describedby', box.id)
}

function hide(): void {
  clearTimeout(timer)
  if (!shown || !box) return
  if (shown.getAttribute('aria-describedby') === box.id) shown.removeAttribute('aria-describedby')
  box.remove()
  shown = null
  hiddenAt = Date.now()
}

function tipText(target: HTMLElement): string | null {
  const { tip, tipOf } = target.dataset
  if (tipOf !== undefined) return document.getElementById(tipOf)?.textContent ?? null
  if (tip !== undefined) return tip
  return target.scrollWidth > target.clientWidth ? target.textContent : null
}

function makeBox(): HTMLElement {
  const made = document.createElement('div')
  made.id = 'tooltip'
  made.role = 'tooltip'
  made.className =
    'fixed z-60 max-w-72 animate-fade rounded-md bg-foreground px-2 py-1.5 text-background text-xs shadow-pop'
  return made
}

/** Above what it belongs to, or below where there is no room; reasons the other way round. */
function place(tooltip: HTMLElement, at: DOMRect, below: boolean): void {
  const { offsetWidth: width, offsetHeight: height } = tooltip
  const over = at.top - GAP - height
  const under = at.bottom + GAP
  const fitsUnder = under + height <= innerHeight - EDGE
  const top = (below ? fitsUnder || over < EDGE : over < EDGE) ? under : over
  const left = below ? at.left : at.left + (at.width - width) / 2
  tooltip.style.top = `${top}px`
  tooltip.style.left = `${Math.max(EDGE, Math.min(left, innerWidth - EDGE - width))}px`
}

const targetOf = (node: EventTarget | null) =>
  node instanceof Element ? node.closest<HTMLElement>(targets) : null

function over(event: PointerEvent): void {
  if (event.pointerType === 'touch') return
  clearTimeout(timer)
  const target = targetOf(event.target)
  if (box?.contains(event.target as Node) || (target && target === shown)) return
  if (!target) {
    if (shown) timer = setTimeout(hide, 100) // the pointer may be on its way into it
    return
  }
  const atOnce = target.dataset.tipOf !== undefined || shown || Date.now() - hiddenAt < 200
  timer = setTimeout(() => show(target), atOnce ? 0 : DELAY)
}

document.addEventListener('pointerover', over)
document.addEventListener('focusin', ({ target }) => {
  const wanted = targetOf(target)
  if (wanted && wanted === target && wanted.matches(':focus-visible')) show(wanted)
})
document.addEventListener('focusout', hide)
document.addEventListener('scroll', hide, { capture: true, passive: true })
document.addEventListener('keydown', hide, true)
document.addEventListener('pointerdown', hide, true)
