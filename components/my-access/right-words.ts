import { sentence } from '@/lib/client/words'

/** A label of the policy table as said to the one who holds it: "see their own API keys" → "see your own API keys". */
export const toHolder = (label: string): string =>
  label
    .replace(/\btheir\b/g, 'your')
    .replace(/\bthey\b/g, 'you')
    .replace(/\bthemselves\b/g, 'yourself')

/** The same as a line of its own: "See your own API keys". */
export const rightWords = (label: string): string => sentence(toHolder(label))

/** The owners who could change somebody's access: without that person, who changes nothing of their own. */
export function othersAmong(owners: { names: string[]; count: number }, self: string | null) {
  const at = self === null ? -1 : owners.names.indexOf(self)
  const count = self === null ? owners.count : owners.count - 1
  const names = owners.names.filter((_, index) => index !== at)
  return { names, more: count - names.length }
}
