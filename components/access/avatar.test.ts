import { expect, test } from 'vitest'
import { initialsOf } from './avatar'

test.each([
  ['Ingrid Solheim-Bjørnstad', 'IS'],
  ['Maximiliano Fernández de Córdoba y Aragón', 'MA'],
  ['Zoë van der Berg', 'ZB'],
  ['Λεωνίδας Παπαδόπουλος', 'ΛΠ'],
  ['渡辺 さくら', '渡'],
  ['محمد الحسيني', 'م'],
  ['cher', 'C'],
  ['', ''],
])('%s → %s', (name, initials) => expect(initialsOf(name)).toBe(initials))
