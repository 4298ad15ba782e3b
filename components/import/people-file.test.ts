import { describe, expect, test } from 'vitest'
import { byteOrderMark, csvLine } from '@/lib/domain/csv'
import { textOfFile } from './file-text'
import { type FileRow, readPeople } from './people-file'

const rowsOf = (text: string): FileRow[] => {
  const read = readPeople(text)
  if (!read.ok) throw new Error(read.fault)
  return read.rows
}
const emails = (text: string) => rowsOf(text).map(({ email }) => email)
const faultOf = (text: string) => {
  const read = readPeople(text)
  return read.ok ? null : read.fault
}

describe('columns', () => {
  test.each(['email', 'E-Mail', 'MAIL', 'Email address', '"e-mail"', ' eMail '])(
    'a header %s is known',
    (header) => {
      expect(emails(`Name,${header},Role\nLena,lena@halden.example,owner`)).toEqual([
        'lena@halden.example',
      ])
    },
  )

  test('the plainest name wins, wherever it stands', () => {
    const text =
      'Address,Work email,Role,Email,Organization role\nX 1,w@b.example,cook,a@b.example,owner'
    expect(rowsOf(text)[0]).toMatchObject({ email: 'a@b.example', role: 'owner' })
  })

  test.each([',', ';', '\t'])('separated by %j', (separator) => {
    const lines = [
      ['name', 'email', 'organization role'],
      ['Vogt', 'Lena@Halden.example', 'Owner'],
      ['Ole', 'ole@halden.example', ''],
    ]
    const rows = rowsOf(lines.map((cells) => cells.join(separator)).join('\r\n'))
    expect(rows.map(({ email, role }) => [email, role])).toEqual([
      ['lena@halden.example', 'owner'],
      ['ole@halden.example', null],
    ])
  })

  test('a list of one column, with and without header', () => {
    expect(emails('a@b.example\nc@d.example')).toEqual(['a@b.example', 'c@d.example'])
    expect(emails('email\r\na@b.example\r\n\r\nc@d.example\r\n')).toHaveLength(2)
    expect(emails('a@b.example')).toEqual(['a@b.example'])
  })

  test('without a column of addresses, or without rows, it says what to do', () => {
    expect(faultOf('name,role\nLena,owner')).toContain('Name one of them “email”')
    expect(faultOf('email,name\n')).toContain('Each person needs a line below it')
    expect(faultOf(' \n\n')).toContain('There is nothing in it')
  })
})

describe('rows', () => {
  test('carry the line on which they begin, also behind quotes over lines', () => {
    const rows = rowsOf('name,email\n"Lena\nVogt\r\n",a@b.example\n\n"x",c@d.example\nY,broken@d')
    expect(rows.map(({ line }) => line)).toEqual([2, 6, 7])
    expect(rows[2]?.fault).toContain('broken@d is not a complete address')
  })

  test.each(['\r\n', '\n', '\r'])('lines end with %j', (end) => {
    expect(
      rowsOf(['email', 'a@b.example', 'c@d.example'].join(end)).map(({ line }) => line),
    ).toEqual([2, 3])
  })

  test('a role that is none is said, not guessed', () => {
    const [admin] = rowsOf('email,role\na@b.example,admin')
    expect(admin).toMatchObject({ role: null, roleFault: expect.stringContaining('admin is not') })
  })

  test('an address with an emoji, a formula or a space is a fault of its row alone', () => {
    const rows = rowsOf('email\nlena😀@b.example\n=1+1\na b@c.example\nok@b.example\n')
    expect(rows.map(({ fault }) => Boolean(fault))).toEqual([true, true, true, false])
  })

  test('an apostrophe that neutralised a cell is taken off; a service account is not invited', () => {
    const text = byteOrderMark + csvLine(['email', 'kind']) + csvLine(['+a@b.example', 'person'])
    expect(emails(text)).toEqual(['+a@b.example'])
    expect(rowsOf('email,kind\nbot@b.example,service_account')[0]?.fault).toContain('not invited')
  })

  test('5,000 are read, 5,001 are too many', () => {
    const lines = (count: number) =>
      Array.from({ length: count }, (_, index) => `p${index}@b.example`).join('\n')
    expect(emails(lines(5_000))).toHaveLength(5_000)
    expect(faultOf(lines(5_001))).toContain('more than 5,000')
    expect(faultOf(`email\n${lines(5_001)}`)).toContain('more than 5,000')
  })

  test('a quote that is not closed is found, not swallowed', () => {
    expect(faultOf('email,name\na@b.example,"Lena\nc@d.example,Ole')).toContain('line 2')
  })
})

describe('files', () => {
  const bytes = (text: string) => new TextEncoder().encode(text)
  const utf16 = (text: string, mark: boolean) =>
    Uint8Array.from([
      ...(mark ? [0xff, 0xfe] : []),
      ...[...text].flatMap((letter) => [letter.charCodeAt(0), 0]),
    ])

  test('a mark before UTF-8 is left out', () => {
    expect(textOfFile(bytes(`${byteOrderMark}a@b.example`))).toEqual({
      ok: true,
      text: 'a@b.example',
    })
  })

  test.each([
    ['UTF-16', utf16('a@b.example', true)],
    ['UTF-16', utf16('email\na@b.example', false)],
    ['not in UTF-8', Uint8Array.from([0x4c, 0xe9, 0x6e, 0x61, 0x2c])],
    ['workbook', Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0])],
    ['PDF', bytes('%PDF-1.7')],
    ['not a text file', bytes(`a@b.example\u0000${'x'.repeat(60)}`)],
    ['larger than 2 MB', new Uint8Array(10_000_000)],
  ])('%s', (said, content) => {
    expect(textOfFile(content)).toEqual({ ok: false, fault: expect.stringContaining(said) })
  })
})
