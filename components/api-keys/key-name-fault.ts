import { parseName } from '@/lib/domain/person-name'

/** What is wrong with the name of a key, which may be blank. */
export function keyNameFault(text: string): string | true {
  if (text.trim() === '') return true
  const parsed = parseName(text)
  return parsed.ok || parsed.fault
}
