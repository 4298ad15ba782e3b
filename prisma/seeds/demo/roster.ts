/** Somebody who joined, how long ago and last seen when; what is not said is left to chance. */
export type Newcomer = { name: string; email: string; joined?: number; seen?: number }

const unit = { m: 1 / 1440, h: 1 / 24, d: 1 }

/** Lines of `name · address · days since joining · last seen`, the last two optional. Times in days. */
export const roster = (text: string): Newcomer[] =>
  text
    .trim()
    .split('\n')
    .map((line) => {
      const [name = '', address = '', joined, seen] = line.split(' · ').map((part) => part.trim())
      const email = address.includes('@') ? address : `${address}@halden.example`
      const [, amount, letter] = /^(\d+)([mhd])$/.exec(seen ?? '') ?? []
      return {
        name,
        email,
        joined: joined ? Number(joined) : undefined,
        seen: amount ? Number(amount) * unit[letter as keyof typeof unit] : undefined,
      }
    })
