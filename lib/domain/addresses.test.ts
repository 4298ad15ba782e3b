import { describe, expect, it } from 'vitest'
import { parseAddresses } from './addresses'

/** Entries as "Name <email>", "email" or "! raw". */
const read = (text: string) =>
  parseAddresses(text).entries.map((entry) => {
    if ('fault' in entry) return `! ${entry.raw}`
    return entry.name ? `${entry.name} <${entry.email}>` : entry.email
  })

describe('parseAddresses', () => {
  it.each([
    ['nothing', ' \n ', []],
    [
      'commas',
      'a@x.example, b@x.example,c@x.example,',
      ['a@x.example', 'b@x.example', 'c@x.example'],
    ],
    ['semicolons', 'a@x.example;b@x.example; ', ['a@x.example', 'b@x.example']],
    ['spaces', 'a@x.example  b@x.example', ['a@x.example', 'b@x.example']],
    [
      'lines',
      'a@x.example\r\nb@x.example\n\nc@x.example',
      ['a@x.example', 'b@x.example', 'c@x.example'],
    ],
    ['tabs', 'a@x.example\tb@x.example', ['a@x.example', 'b@x.example']],
    ['names', 'Lena Vogt <Lena@X.example>', ['Lena Vogt <lena@x.example>']],
    [
      'two names',
      'Lena Vogt <l@x.example>, Ole <o@x.example>',
      ['Lena Vogt <l@x.example>', 'Ole <o@x.example>'],
    ],
    [
      'names without a separator',
      'Lena <l@x.example> Ole <o@x.example>',
      ['Lena <l@x.example>', 'Ole <o@x.example>'],
    ],
    [
      'quoted Last, First',
      '"Vogt, Lena" <l@x.example>, "Li, Tom" <t@x.example>',
      ['Lena Vogt <l@x.example>', 'Tom Li <t@x.example>'],
    ],
    [
      'Outlook Last, First',
      'Vogt, Lena <l@x.example>; Li, Tom <t@x.example>',
      ['Lena Vogt <l@x.example>', 'Tom Li <t@x.example>'],
    ],
    [
      'Outlook lines',
      'Vogt, Lena <l@x.example>\nLi, Tom <t@x.example>',
      ['Lena Vogt <l@x.example>', 'Tom Li <t@x.example>'],
    ],
    [
      'Outlook quotes',
      "'Lena Vogt' <l@x.example>; 'o@x.example'",
      ['Lena Vogt <l@x.example>', 'o@x.example'],
    ],
    ['Outlook links', 'l@x.example<mailto:l@x.example>', ['l@x.example']],
    [
      'Gmail',
      '"l@x.example" <l@x.example>, Ole <o@x.example>',
      ['l@x.example', 'Ole <o@x.example>'],
    ],
    [
      'mailto',
      'mailto:a@x.example?subject=Hi <MAILTO:b%40x.example>',
      ['a@x.example', 'b@x.example'],
    ],
    [
      'brackets',
      '<a@x.example>, (b@x.example) [c@x.example]',
      ['a@x.example', 'b@x.example', 'c@x.example'],
    ],
    ['a list in brackets', '<a@x.example, b@x.example>', ['a@x.example', 'b@x.example']],
    [
      'punctuation',
      'a@x.example. b@x.example! "c@x.example".',
      ['a@x.example', 'b@x.example', 'c@x.example'],
    ],
    ['comments', 'lena@x.example (Lena Vogt)', ['Lena Vogt <lena@x.example>']],
    [
      'mail headers',
      'To: a@x.example\nCc: Ole <o@x.example>',
      ['a@x.example', 'Ole <o@x.example>'],
    ],
    [
      'bullets',
      '- a@x.example\n• b@x.example\n3. c@x.example\n4) Ole d@x.example',
      ['a@x.example', 'b@x.example', 'c@x.example', 'Ole <d@x.example>'],
    ],
    ['name before', 'Lena Vogt lena@x.example', ['Lena Vogt <lena@x.example>']],
    ['one CSV line', 'Lena Vogt,lena@x.example', ['Lena Vogt <lena@x.example>']],
    [
      'other scripts',
      '山田、花子 <花子.山田@例え.example>；محمد <m@x.example>',
      ['花子 山田 <花子.山田@例え.example>', 'محمد <m@x.example>'],
    ],
    [
      'invisible marks',
      '\ufeff\u200ba@x.example\u00a0\u202ab@x.example\u202c',
      ['a@x.example', 'b@x.example'],
    ],
    [
      'faults in place',
      'a@x.example, j.kowalczyk@halden, ole, b@x.example',
      ['a@x.example', '! j.kowalczyk@halden', '! ole', 'b@x.example'],
    ],
    ['a word that is no name', 'lena, ole@x.example', ['! lena', 'ole@x.example']],
    ['a heading', 'Email\na@x.example\nb@x.example', ['a@x.example', 'b@x.example']],
    [
      'CSV with a header',
      'First Name,Last Name,Email,Team\nLena,Vogt,l@x.example,Perception\nOle,Li,o@x.example,',
      ['Lena Vogt <l@x.example>', 'Ole Li <o@x.example>'],
    ],
    [
      'CSV with another order',
      'email,name\nl@x.example,"Vogt, Lena"\no@x.example,Ole',
      ['Lena Vogt <l@x.example>', 'Ole <o@x.example>'],
    ],
    [
      'CSV without a header',
      '1,Lena,Vogt,l@x.example\n2,Ole,Li,o@x.example',
      ['Lena Vogt <l@x.example>', 'Ole Li <o@x.example>'],
    ],
    ['a spreadsheet row', 'Lena Vogt\tl@x.example\tPerception', ['Lena Vogt <l@x.example>']],
    ['a faulty row in a table', 'Lena,l@x.example\nOle,o@x', ['Lena <l@x.example>', '! o@x']],
    [
      'lines that are no table',
      'Tom,t@x.example\nOle Li,o@x.example,extra',
      ['! Tom', 't@x.example', 'Ole Li <o@x.example>', '! extra'],
    ],
    ['stray quotes and brackets', '"a@x.example, <b@x.example', ['a@x.example', 'b@x.example']],
    ['only marks', ', ; <> () "" -- | *', []],
  ])('reads %s', (_, text, expected) => expect(read(text)).toEqual(expected))

  it('merges doubles whatever their case and spelling, and says so', () => {
    const { entries, doubles } = parseAddresses(
      'lena@x.example, LENA@X.EXAMPLE, Lena Vogt <lena@x.example>; a@例え.example a@xn--r8jz45g.example b@x.example',
    )
    expect(doubles).toEqual(['lena@x.example', 'a@例え.example'])
    expect(entries).toEqual([
      { raw: 'lena@x.example', email: 'lena@x.example', name: 'Lena Vogt' },
      { raw: 'a@例え.example', email: 'a@例え.example' },
      { raw: 'b@x.example', email: 'b@x.example' },
    ])
  })

  it('explains a fault as the field does', () => {
    expect(parseAddresses('j.kowalczyk@halden').entries).toEqual([
      {
        raw: 'j.kowalczyk@halden',
        fault: 'j.kowalczyk@halden is not a complete address. It has no ending such as .example.',
      },
    ])
  })
})
