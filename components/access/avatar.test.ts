import { expect, test } from 'vitest'
import { initialOf, initialsOf } from './avatar'

test.each([
  ['Ingrid Solheim-Bjørnstad', 'IS'],
  ['Maximiliano Fernández de Córdoba y Aragón', 'MA'],
  ['Zoë van der Berg', 'ZB'],
  ['Λεωνίδας Παπαδόπουλος', 'ΛΠ'],
  ['渡辺 さくら', '渡'],
  ['محمد الحسيني', 'م'],
  ['cher', 'C'],
  ['', ''],
  ['👩🏽‍🚀 Zoë 🇳🇴', 'Z'],
  ['Zoe\u0308 Tom', 'ZT'],
  ['क्षितिज शर्मा', 'क्षि'],
  ['Олександра Коваленко', 'ОК'],
  ['zoë van der berg', 'ZB'],
  ['“Quoted” (Nick) محمد', 'Q'],
  ['ßen', 'S'],
  ['김민준', '김'],
])('%s → %s', (name, initials) => expect(initialsOf(name)).toBe(initials))

test('the mark of an organization is one letter', () => {
  expect(initialOf('Halden Robotics')).toBe('H')
  expect(initialOf('क्षितिज')).toBe('क्षि')
  expect(initialOf('🦊')).toBe('')
})
