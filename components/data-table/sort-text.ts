import type { Sort } from './column'

type Bare<Text extends string> = Text extends `-${string}` ? never : Text

/** The order of a list as the URL has it, "-created", in the terms of the table. */
export const sortOf = (text: string): Sort => ({
  column: text.replace('-', ''),
  direction: text.startsWith('-') ? 'desc' : 'asc',
})

/** The same in those of the list. */
export const sortInput = <Text extends string>(text: Text) => ({
  sort: text.replace('-', '') as Bare<Text>,
  descending: text.startsWith('-'),
})

/** A newly chosen column begins where one looks first: names at A, `times` at the latest. */
export function sortAfter<Text extends string>(before: Text, next: Sort, times: readonly string[]) {
  const isNew = sortOf(before).column !== next.column
  const descending = isNew ? times.includes(next.column) : next.direction === 'desc'
  return `${descending ? '-' : ''}${next.column}` as Text
}
