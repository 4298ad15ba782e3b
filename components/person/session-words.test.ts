import { expect, test } from 'vitest'
import { proofWords } from './session-words'

test.each([
  [null, null, null],
  ['password', null, 'Password'],
  ['password', 'totp', 'Password and authenticator app'],
  ['passkey', 'passkey', 'Passkey'],
  ['invitation', 'recovery_code', 'Invitation and recovery code'],
  ['saml', null, 'saml'],
])('%s with %s', (method, factor, words) => {
  expect(proofWords(method, factor)).toBe(words)
})
