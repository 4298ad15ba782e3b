/** A chart is 90 wide and so many high; the box that shows it stretches it. */
export const HEIGHT = 64

const round = (value: number) => Math.round(value * 100) / 100

/** One path of upright bars over a baseline at 0; `down` lets them hang from it. Nothing is drawn for nothing. */
export function barsPath(
  values: readonly number[],
  {
    most,
    base,
    height,
    down = false,
  }: { most: number; base: number; height: number; down?: boolean },
): string {
  return values
    .map((value, index) => {
      if (value <= 0 || most <= 0) return ''
      const size = round((value / most) * height)
      return `M${index + 0.1} ${base}v${down ? size : -size}h.8v${down ? -size : size}z`
    })
    .join('')
}

/** Where the baseline lies, so that both directions have the same scale. */
export function scaleOf(up: number, down: number) {
  const base = up + down === 0 ? HEIGHT : round((up / (up + down)) * HEIGHT)
  return { base, up: base, down: round(HEIGHT - base) }
}

export const most = (values: readonly number[]) => Math.max(0, ...values)
export const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0)

/** The day of the highest number, the latest of several; null: all are 0. */
export function peakOf(values: readonly number[]): { index: number; value: number } | null {
  const value = most(values)
  return value === 0 ? null : { index: values.lastIndexOf(value), value }
}
