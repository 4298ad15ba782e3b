// Said by what it may hold, and with the last character as itself: so every reader of the document understands it, also
// those to whom half a character is none.
const every = '^[\\u0001-\\uD7FF\\uE000-\u{10FFFF}]*$'

/** Text that PostgreSQL stores, also in JSON: without U+0000 and without half a character. */
export const storable = new RegExp(every, 'u')

export const UNSTORABLE = 'Text may not hold U+0000 or half a character.'

// The same without characters that control or turn text, but for tabs and lines.
const legible =
  '^[\\t\\n\\r\\u0020-\\u007E\\u00A0-\\u2027\\u202F-\\u2065\\u206A-\\uD7FF\\uE000-\u{10FFFF}]*$'
export const plain = new RegExp(legible, 'u')
export const UNPLAIN = 'This can’t hold characters that control or turn text.'
