const base = 36
const highest = 0x10ffff

/** One label's Punycode (without `xn--`) as Unicode, or null when it is malformed (RFC 3492 §6.2). */
export function decodePunycode(label: string): string | null {
  const split = label.lastIndexOf('-')
  const points = Array.from(label.slice(0, Math.max(split, 0)), (char) => char.charCodeAt(0))
  let [position, n, bias, at] = [0, 128, 72, split + 1]
  while (at < label.length) {
    const before = position
    for (let weight = 1, k = base; ; k += base) {
      const digit = digitOf(label.charCodeAt(at++))
      if (digit < 0) return null
      position += digit * weight
      const threshold = Math.min(Math.max(k - bias, 1), 26)
      if (digit < threshold) break
      weight *= base - threshold
      if (weight > highest * label.length) return null
    }
    const length = points.length + 1
    bias = adapt(position - before, length, before === 0)
    n += Math.floor(position / length)
    position %= length
    if (n > highest) return null
    points.splice(position++, 0, n)
  }
  return String.fromCodePoint(...points)
}

function digitOf(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30 + 26
  const letter = code | 0x20
  return letter >= 0x61 && letter <= 0x7a ? letter - 0x61 : -1
}

function adapt(distance: number, length: number, first: boolean): number {
  let delta = Math.floor(distance / (first ? 700 : 2))
  delta += Math.floor(delta / length)
  let k = 0
  for (; delta > 455; k += base) delta = Math.floor(delta / 35)
  return k + Math.floor((36 * delta) / (delta + 38))
}
