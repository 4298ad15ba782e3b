import { deviceWords } from '@/lib/domain/device-words'

/** What asks for a login, by its own word: anybody may send any. */
export function clientWords(client: string | null): string {
  const [, version] = /^CLI\/([\w.+-]{1,40})(?: |$)/.exec(client ?? '') ?? []
  if (version) return `The anyscale command line, version ${version}`
  return /^[\w.-]{1,40}\/\d/.test(client ?? '') ? deviceWords(client) : 'An unknown program'
}
