import 'server-only'
import { isolated } from '@/lib/domain/isolated'
import { invalidInput } from './problem'

const plain = (text: string) => text.trim().normalize('NFC')

/** Throws when a name that was typed to confirm is another one. Who types none (a program) names the thing by its id. */
export function refuseMistyped(typed: string | undefined, name: string): void {
  if (typed === undefined || plain(typed) === plain(name)) return
  const detail = `This is not the name. Type it exactly: ${isolated(name)}`
  throw invalidInput([{ pointer: '#/typed', detail }])
}
