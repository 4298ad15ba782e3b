/** A range of addresses as it is kept, `10.0.0.0/8` or `2001:db8::/32`, or why a text is none. */
export type ParsedRange = { ok: true; range: string } | { ok: false; fault: string }

/** IPv4 or IPv6 in CIDR notation, or one address: bits beyond the prefix are cleared, an IPv4 address within IPv6 is IPv4. */
export function parseAddressRange(text: string): ParsedRange {
  const given = text.trim()
  const [, address = '', bits] = /^([\da-f:.]{2,45})(?:\/(\d{1,3}))?$/i.exec(given) ?? []
  const words = address.includes(':') ? wordsOf(address) : bytesOf(address)
  if (!words) return none(given)
  const v4 = words.length === 4
  const most = v4 ? 32 : 128
  const prefix = bits === undefined ? most : Number(bits)
  if (prefix > most) {
    const fault = `${clipped(given)} has a prefix longer than ${most}. Write it as ${example(v4)}.`
    return { ok: false, fault }
  }
  if (v4) return { ok: true, range: `${masked(words, 8, prefix).join('.')}/${prefix}` }
  if (prefix >= 96 && isMapped(words)) {
    const inner = masked(lastBytes(words), 8, prefix - 96)
    return { ok: true, range: `${inner.join('.')}/${prefix - 96}` }
  }
  return { ok: true, range: `${shortest(masked(words, 16, prefix))}/${prefix}` }
}

const example = (v4: boolean) => (v4 ? '203.0.113.0/24' : '2001:db8::/32')
const clipped = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text)
const none = (text: string): ParsedRange => ({
  ok: false,
  fault: `${clipped(text) || 'An empty text'} is not an address range. Write it as ${example(true)} or ${example(false)}.`,
})

/** The four bytes of an IPv4 address. A leading zero is octal to some and decimal to others: it is refused. */
function bytesOf(text: string): number[] | null {
  const parts = text.split('.')
  if (parts.length !== 4 || !parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part))) return null
  const bytes = parts.map(Number)
  return bytes.every((byte) => byte <= 255) ? bytes : null
}

/** The eight words of an IPv6 address. */
function wordsOf(text: string): number[] | null {
  const halves = text.split('::')
  if (halves.length > 2) return null
  const read = halves.map((half, at) => partsOf(half, at === halves.length - 1))
  const [head, tail] = read
  if (!head || tail === null) return null
  if (!tail) return head.length === 8 ? head : null
  const gap = 8 - head.length - tail.length
  return gap < 1 ? null : [...head, ...Array<number>(gap).fill(0), ...tail]
}

function partsOf(half: string, isLast: boolean): number[] | null {
  if (half === '') return []
  const parts = half.split(':')
  const dotted = isLast && parts.at(-1)?.includes('.') ? bytesOf(parts.pop() as string) : undefined
  if (dotted === null || !parts.every((part) => /^[\da-f]{1,4}$/i.test(part))) return null
  const words = parts.map((part) => Number.parseInt(part, 16))
  const [a = 0, b = 0, c = 0, d = 0] = dotted ?? []
  return dotted ? [...words, a * 256 + b, c * 256 + d] : words
}

const masked = (words: readonly number[], size: 8 | 16, prefix: number) =>
  words.map((word, at) => {
    const kept = Math.min(size, Math.max(0, prefix - at * size))
    return word - (word % 2 ** (size - kept))
  })

const isMapped = (words: readonly number[]) =>
  words.slice(0, 5).every((word) => word === 0) && words[5] === 0xff_ff
const lastBytes = (words: readonly number[]) =>
  words.slice(6).flatMap((word) => [Math.floor(word / 256), word % 256])

/** As RFC 5952 writes it: the longest run of zeros, the first of several, is `::`. */
function shortest(words: readonly number[]): string {
  let run = { at: 0, length: 1 }
  for (let at = 0; at < words.length; at++) {
    let length = 0
    while (words[at + length] === 0) length++
    if (length > run.length) run = { at, length }
  }
  const hex = words.map((word) => word.toString(16))
  if (run.length < 2) return hex.join(':')
  return `${hex.slice(0, run.at).join(':')}::${hex.slice(run.at + run.length).join(':')}`
}
