import type { SingleParserBuilder } from 'nuqs/server'

// nuqs brings a dozen parsers and a serializer in one piece; the lists need these.

type Rules<T> = {
  parse: (text: string) => T | null
  serialize: (value: T) => string
  eq?: (a: T, b: T) => boolean
}

/** A parser as nuqs knows it. */
export function urlParser<T>(rules: Rules<T>): SingleParserBuilder<T> {
  const parser = {
    type: 'single',
    eq: (a: T, b: T) => a === b,
    ...rules,
    withDefault: (defaultValue: T) => ({ ...parser, defaultValue }),
  }
  return parser as unknown as SingleParserBuilder<T>
}

export const urlText = urlParser<string>({ parse: (text) => text, serialize: (text) => text })

/** One of these words; anything else in the address counts as none. */
export const urlWord = <const Word extends string>(words: readonly Word[]) =>
  urlParser<Word>({
    parse: (text) => words.find((word) => word === text) ?? null,
    serialize: (word) => word,
  })

/** Several, with commas between them. */
export const urlList = <T>({ parse, serialize }: SingleParserBuilder<T>) =>
  urlParser<T[]>({
    parse: (text) =>
      (text === '' ? [] : text.split(','))
        .map((part) => parse(part.replaceAll('%2C', ',')))
        .filter((value) => value !== null),
    serialize: (values) => values.map((value) => serialize(value).replaceAll(',', '%2C')).join(','),
    eq: (a, b) => a.length === b.length && a.every((value, index) => value === b[index]),
  })

type Parser = Pick<SingleParserBuilder<never>, 'serialize' | 'eq'> & { defaultValue?: unknown }

/** "?q=asa&role=owner": what is set and is not the default. */
export function queryOf(parsers: Record<string, unknown>, state: Record<string, unknown>): string {
  const query = new URLSearchParams()
  for (const [key, parser] of Object.entries(parsers)) {
    const { serialize, eq, defaultValue } = parser as Parser
    const value = (state[key] ?? null) as never
    if (value === null || (defaultValue !== undefined && eq(value, defaultValue as never))) continue
    query.set(key, serialize(value))
  }
  const text = query.toString().replaceAll('%2C', ',')
  return text && `?${text}`
}
