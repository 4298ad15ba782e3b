/** Chance that comes out the same for the same words, so that a scenario looks the same every time. */
export function dice(...words: string[]) {
  let state = seedOf(words.join('\u0000'))
  // mulberry32: small, even enough for a picture
  const fraction = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (least: number, most: number) => least + fraction() * (most - least)
  return {
    between,
    whole: (least: number, most: number) => Math.floor(between(least, most + 1)),
    chance: (share: number) => fraction() < share,
    pick<T>(list: readonly T[]): T {
      const found = list[Math.floor(fraction() * list.length)]
      if (found === undefined) throw new Error('Nothing to pick from.')
      return found
    },
  }
}
export type Dice = ReturnType<typeof dice>

// FNV-1a
function seedOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash
}
