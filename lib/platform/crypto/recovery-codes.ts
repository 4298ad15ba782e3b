import 'server-only'
import { randomInt } from 'node:crypto'
import { mac } from './hash'

const HOW_MANY = 10
/** Without those that are taken for each other. */
const letters = '23456789abcdefghjkmnpqrstuvwxyz'

/** Ten codes of 49 random bits each, as people write them: "k7m4q-8w2t5". */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: HOW_MANY }, () => `${some(5)}-${some(5)}`)

const some = (length: number) =>
  Array.from({ length }, () => letters[randomInt(letters.length)]).join('')

/** What is stored of one: worth nothing without AUTH_SECRET, however fast somebody guesses. */
export const recoveryCodeHash = (personId: string, typed: string): string =>
  mac('recovery-code', `${personId}\n${typed.toLowerCase().replace(/[^0-9a-z]/g, '')}`)
