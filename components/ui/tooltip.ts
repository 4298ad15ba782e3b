import { part } from '@/lib/client/part'

/** Attributes for an element with a tooltip. It adds to what is visible; never the only place of a fact that a touch user needs. */
export const tip = (text: string) => ({ 'data-tip': text })

/** The element's own text, shown when some of it is cut off. */
export const tipWhenCut = { 'data-tip-cut': '' }

/** The text of another element, such as the reason why this one does nothing: shown without delay. */
export const tipOf = (id: string) => ({ 'data-tip-of': id })

// One listener for the page instead of parts around each name and time of a list.
const layer = part(() => import('./tooltip-layer'), { soon: true })

/** Shows it at once, for a tap. */
export const showTip = (target: HTMLElement) =>
  void layer.load().then(() => layer.now()?.show(target))
