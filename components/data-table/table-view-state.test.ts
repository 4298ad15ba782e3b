import { expect, test } from 'vitest'
import { hiddenColumns, parseView } from './table-view-state'

const columns = [{ id: 'name' }, { id: 'email' }, { id: 'joined', optional: true }]
const hidden = (text: string | null) => [...hiddenColumns(columns, parseView(text))]

test('without a memory optional columns are left out', () => {
  expect(hidden(null)).toEqual(['joined'])
})

test('what was chosen holds, for columns that exist', () => {
  expect(hidden('{"columns":{"email":false,"joined":true,"gone":false}}')).toEqual(['email'])
})

test('the first column stays', () => {
  expect(hidden('{"columns":{"name":false}}')).toEqual(['joined'])
})

test.each(['', '{', 'null', '7', '[]', '{"columns":7,"density":"x"}', '{"columns":{"email":0}}'])(
  'garbage %s is no memory',
  (text) => {
    expect(parseView(text)).toEqual({ columns: {}, density: 'comfortable' })
  },
)

test('density', () => {
  expect(parseView('{"density":"compact"}').density).toBe('compact')
})
