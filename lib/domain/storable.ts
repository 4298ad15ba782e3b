/** Text that PostgreSQL stores, also in JSON: without U+0000 and without half a character. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what is looked for
export const storable = /^[^\u0000\uD800-\uDFFF]*$/u

export const UNSTORABLE = 'Text may not hold U+0000 or half a character.'
