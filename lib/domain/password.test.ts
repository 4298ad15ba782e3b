import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkPassword, countCharacters, normalizePassword } from './password'

const context = {
  organizationName: 'Halden Robotics',
  personName: 'Priyanka Venkataraghavan',
  email: 'lena.vogt@brightwell-consulting.example',
}

describe('checkPassword', () => {
  it.each([
    'glacier teapot mango violin',
    'Kjør forsiktig, elgen sover 7',
    'v7#Qm!x92_Lr$tZp',
    '山田花子の秘密の合言葉は長いです',
    'пять лошадей летят над озером',
    'MyDogEatsGatehouseFlowers2024',
    'the halden bridge opens slowly at noon',
    'glacierteapotmango'.repeat(2),
    `${'glacier teapot mango violin '.repeat(2)}and a parrot`,
    'x8Kq2mNv5Rt9Wz3Yb',
    '}~[%_^|{*;#<?>:`',
    '🦊🐙🦉🌵🚲🎻🧀🪁🌋🛶🥁🧶🪐🦔🍋',
  ])('takes %s', (password) => expect(checkPassword(password, context)).toEqual([]))

  it('takes 64 and up to 256 characters, and says when there are more', () => {
    const long = Array.from({ length: 40 }, (_, at) => `mast${at}fog`).join(' ')
    expect(checkPassword(long.slice(0, 64))).toEqual([])
    expect(checkPassword(long.slice(0, 256))).toEqual([])
    expect(checkPassword(long.slice(0, 257))).toEqual(['At most 256 characters.'])
    expect(checkPassword('a'.repeat(10_000_000))).toEqual(['At most 256 characters.'])
  })

  it('counts code points and says how many are missing', () => {
    expect(checkPassword('twelve chars')).toEqual(['3 more characters.'])
    expect(checkPassword('fourteen chars')).toEqual(['1 more character.'])
    expect(checkPassword('')).toEqual(['Enter a password.'])
    expect(checkPassword('𠮷野家で食べた牛丼は')).toEqual(['5 more characters.'])
    expect(checkPassword('v7#Qm!x9', {}, 8)).toEqual([])
    expect(checkPassword('v7#Qm!x', {}, 8)).toEqual(['1 more character.'])
  })

  it('asks for no kinds of characters', () => {
    expect(checkPassword('glacierteapotmango')).toEqual([])
  })

  it.each([
    ['correct horse battery staple', /well-known/],
    ['CorrectHorseBatteryStaple!', /well-known/],
    ['C0rrectH0rseBatterySt4ple99', /well-known/],
    ['May the Force be with you', /well-known/],
    ['Я тебя люблю навсегда', /well-known/],
    ['aaaaaaaaaaaaaaaaaaaa', /few different/],
    ['abababababababab', /few different/],
    ['hunter2hunter2hunter2', /repeats/],
    ['Sommer2024!Sommer2024!', /repeats/],
    ['qwertyuiopasdfghjkl', /rows of keys/],
    ['йцукенгшщзхъфывапролджэ', /rows of keys/],
    ['1qaz2wsx3edc4rfv5tgb', /rows of keys/],
    ['zyxwvutsrqponmlkj', /rows of keys/],
    ['123456789012345678', /rows of keys|repeats/],
    ['abcdefgh12345678', /rows of keys/],
    ['glacier!!!!!!!!!!', /rows of keys/],
    ['password1234567890', /in most passwords/],
    ['P@ssw0rdP4ssword!', /in most passwords/],
    ['Welcome to Gatehouse', /in most passwords|your name/],
    ['HaldenRobotics2026', /your name/],
    ['priyanka.venkataraghavan', /your name/],
    ['lena.vogt.1234', /1 more/],
    ['LenaVogt-Brightwell-1', /your name/],
    ['gatehouse-Lena-vogt', /your name/],
  ])('refuses %s', (password, reason) => {
    const faults = checkPassword(password, context)
    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatch(reason)
  })

  it('knows the context: the same password is fine for somebody else', () => {
    expect(checkPassword('priyanka.venkataraghavan', { personName: 'Tom Li' })).toEqual([])
  })

  it('reports every fault', () => {
    expect(checkPassword('a\u0000b')).toEqual([
      "A password can't hold control characters.",
      '12 more characters.',
    ])
  })

  it('gives the same password on every keyboard', () => {
    const [composed, decomposed] = [
      'Kjør fórsiktig, elgen'.normalize('NFC'),
      'Kjør fórsiktig, elgen'.normalize('NFD'),
    ]
    expect(normalizePassword(composed)).toBe(normalizePassword(decomposed))
    expect(countCharacters(composed)).toBe(countCharacters(decomposed))
  })

  it('always answers with sentences, quickly', () => {
    const piece = fc.constantFrom('a', 'qwerty', '1234', ' ', 'Lena', '\u0000', '👍', '\ud800', '$')
    const built = fc.array(piece, { maxLength: 80 }).map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), built), (password) => {
        for (const fault of checkPassword(password, context)) expect(fault).toMatch(/\.$/)
      }),
    )
  })
})
