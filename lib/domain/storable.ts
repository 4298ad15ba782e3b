/** Text that PostgreSQL stores, also in JSON: without U+0000 and without half a character. */
export const storable = /^[^\0\p{Cs}]*$/u

export const UNSTORABLE = 'Text may not hold U+0000 or half a character.'

// Patterns as documents of the API show them: said by the few characters that are out. Whoever makes up texts of a pattern
// counts through all that are in, and half a character is none to many of them.
const noNul = '^[^\\u0000]*$'
export const withoutNul = new RegExp(noNul, 'u')
/** Nor characters that control or turn text, but for tabs and lines. */
const legible =
  '^[^\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F-\\u009F\\u2028-\\u202E\\u2066-\\u2069]*$'
export const plain = new RegExp(legible, 'u')
export const UNPLAIN = 'This can’t hold characters that control or turn text.'
