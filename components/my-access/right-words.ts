/** A label of the policy table as said to the one who holds it: "see their own API keys" → "See your own API keys". */
export function rightWords(label: string): string {
  const mine = label
    .replace(/\btheir\b/g, 'your')
    .replace(/\bthey\b/g, 'you')
    .replace(/\bthemselves\b/g, 'yourself')
  return sentence(mine)
}

/** The same of somebody else: "see their own API keys" → "See their own API keys". */
export const sentence = (label: string) => label.charAt(0).toUpperCase() + label.slice(1)

/** The owners who could change somebody's access: without that person, who changes nothing of their own. */
export function othersAmong(owners: { names: string[]; count: number }, self: string | null) {
  const at = self === null ? -1 : owners.names.indexOf(self)
  const count = self === null ? owners.count : owners.count - 1
  const names = owners.names.filter((_, index) => index !== at)
  return { names, more: count - names.length }
}
