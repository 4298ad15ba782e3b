const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** What people see as the characters of a text: letters with their marks, emoji with what joins them (UAX #29). */
export const graphemes = (text: string): string[] =>
  Array.from(segmenter.segment(text), ({ segment }) => segment)
