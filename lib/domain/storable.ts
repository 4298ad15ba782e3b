// Said by what it may hold, and with the last character as itself: so every reader of the document understands it, also
// those to whom half a character is none.
const every = '^[\\u0001-\\uD7FF\\uE000-\u{10FFFF}]*$'

/** Text that PostgreSQL stores, also in JSON: without U+0000 and without half a character. */
export const storable = new RegExp(every, 'u')

export const UNSTORABLE = 'Text may not hold U+0000 or half a character.'
