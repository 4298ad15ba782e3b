import 'server-only'
import type { ApiRequest } from '@/lib/listener/gatehouse'
import { OAuthFault } from './fault'

export type Form = { get(name: string): string | undefined; require(name: string): string }

const invalid = (detail: string) => new OAuthFault('invalid_request', detail)

/** The parameters of a request: in a form body alone, each once (RFC 6749 §3.2); one without a value is as good as absent (§3.1). */
export async function readForm(request: ApiRequest): Promise<Form> {
  if (new URL(request.url).search !== '')
    throw invalid('Parameters are sent in the body, never in the address.')
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/x-www-form-urlencoded *(;|$)/i.test(type))
    throw invalid('Send a form: application/x-www-form-urlencoded.')
  const parameters = new URLSearchParams(await request.text())
  const names = [...parameters.keys()]
  if (new Set(names).size !== names.length) throw invalid('A parameter is sent once.')
  const get = (name: string) => parameters.get(name) || undefined
  return {
    get,
    require(name) {
      const value = get(name)
      if (value === undefined) throw invalid(`${name} is missing.`)
      return value
    },
  }
}
