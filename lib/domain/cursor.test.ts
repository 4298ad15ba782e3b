import { expect, test } from 'vitest'
import { type Cursor, readCursor, writeCursor } from './cursor'

const cursor: Cursor = { value: '渡辺 さくら', id: 'ide_1', offset: 50, backwards: true }

test('a place is read back as it was written', () => {
  expect(readCursor(writeCursor(cursor))).toEqual(cursor)
})

test('what was not written here is no place', () => {
  for (const text of ['', 'made up', 'bnVsbA', writeCursor({ ...cursor, offset: -1 })]) {
    expect(readCursor(text), text).toBeNull()
  }
  expect(readCursor(writeCursor({ ...cursor, value: 'a\u0000' }))).toBeNull()
  expect(readCursor(writeCursor({ ...cursor, id: '\u0000' }))).toBeNull()
})
