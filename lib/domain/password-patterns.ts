import { fold } from './fold'
import { commonPhrases, commonWords, keyRows } from './password-lists'

/** What an attacker knows about this account. */
export type PasswordContext = {
  organizationName?: string
  personName?: string
  email?: string
}

/**
 * Why a password would be among the first guesses, as a sentence, or null (NIST SP 800-63B-4 §3.1.1.2: common, expected,
 * context). A long password is not refused for holding such a part: what is left of it without them is measured.
 */
export function guessableBecause(
  password: string,
  context: PasswordContext,
  minimum: number,
): string | null {
  const exact = fold(password)
  if (wellKnown.has(lettersOf(exact)) || wellKnown.has(lettersOf(unleet(exact)))) {
    return 'This is a well-known password. Choose one that nobody else would.'
  }
  if (new Set(exact).size < 5) {
    return 'This uses too few different characters. It is among the first guesses.'
  }
  const unit = period(exact)
  if (unit < minimum && unit * 2 <= exact.length) {
    return 'This repeats one short piece. It is as weak as that piece alone.'
  }
  const enough = Math.ceil(minimum / 2)
  const withoutRuns = dropRuns(exact)
  if (left(withoutRuns) < enough) {
    return 'This is mostly rows of keys, or characters repeated or in order. It is among the first guesses.'
  }
  if (left(dropWords(withoutRuns, contextWords(context))) < enough) {
    return 'This is mostly your name, your email or the organization. It is among the first guesses.'
  }
  if (left(dropWords(withoutRuns, [...contextWords(context), ...commonWords.map(fold)])) < enough) {
    return 'This is mostly words that are in most passwords. It is among the first guesses.'
  }
  return null
}

// Stands where something predictable was taken out, so that its neighbours do not join to a new word.
const gap = '\ue000'
const left = (text: string) => Array.from(text.replace(/[\ue000\s]/g, '')).length

/** Without spaces and marks, and without the digits that people put at the end. */
const lettersOf = (text: string) =>
  text.replace(/[\s\p{P}\p{S}]/gu, '').replace(/(?<!\d)\d{1,8}$/, '')
const wellKnown = new Set(commonPhrases.map((phrase) => lettersOf(fold(phrase))))

/** The length of the shortest piece whose repetition makes the text (Knuth, Morris, Pratt). */
function period(text: string): number {
  const border = [0]
  for (let at = 1, length = 0; at < text.length; at++) {
    while (length > 0 && text[at] !== text[length]) length = border[length - 1] ?? 0
    if (text[at] === text[length]) length++
    border.push(length)
  }
  return text.length - (border.at(-1) ?? 0)
}

const rows = keyRows.map(fold).flatMap((row) => [row, Array.from(row).reverse().join('')])

/** Without runs of four or more along a keyboard row, the alphabet or the digits, and of three or more of a kind. */
function dropRuns(text: string): string {
  let rest = ''
  for (let at = 0; at < text.length; ) {
    const run = Math.max(...rows.map((row) => runLength(text, at, row)))
    rest += run >= 4 ? gap : text[at]
    at += run >= 4 ? run : 1
  }
  return rest.replace(/(.)\1{2,}/gsu, gap)
}

function runLength(text: string, from: number, row: string): number {
  const start = row.indexOf(text[from] ?? gap)
  let length = 0
  while (start >= 0 && from + length < text.length && text[from + length] === row[start + length]) {
    length++
  }
  return length
}

function dropWords(text: string, words: readonly string[]): string {
  const longestFirst = [...words].sort((a, b) => b.length - a.length)
  const years = unleet(text.replace(/(?<!\d)(19|20)\d\d(?!\d)/g, gap))
  return longestFirst.reduce((rest, word) => rest.replaceAll(unleet(word), gap), years)
}

function contextWords({ organizationName = '', personName = '', email = '' }: PasswordContext) {
  return [organizationName, personName, email]
    .flatMap((text) => fold(text).split(/[^\p{L}\p{N}\p{M}]+/u))
    .concat('gatehouse')
    .filter((word) => word.length >= 3)
}

const substitutes: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

/** p@ssw0rd is password: the usual substitutes are the first thing an attacker tries. */
const unleet = (text: string) => text.replace(/[013457@$!]/g, (sign) => substitutes[sign] ?? sign)
