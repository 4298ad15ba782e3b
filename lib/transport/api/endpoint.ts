import 'server-only'
import { snakeCase } from '@/lib/domain/snake-case'
import type { PresentedKey } from '@/lib/kernel/caller'
import type { InputOf, UseCase } from '@/lib/kernel/define'
import { execute } from '@/lib/kernel/execute'
import { isProblem, Problem } from '@/lib/kernel/problem'
import { proveKey } from '@/lib/kernel/prove-key'
import type { ApiAnswer, ApiRequest } from '@/lib/listener/gatehouse'
import { authzenConfiguration, isWellKnown } from '../authzen/configuration'
import { oauthAt } from '../oauth/oauth'
import { referenceAt } from '../reference/reference'
import { asResponse, jsonAnswer, problemAnswer, shownPath } from './answer'
import { type Api, apis } from './apis'
import { onceOnly } from './idempotency'
import { parseInput, parseJson } from './input'
import { clientOf, originOf, type Peer, presentedKey, provenBy } from './key-caller'
import { openApiDocument } from './openapi'
import { isRepeatable, type Route } from './route'
import { type Match, makeRouter } from './router'

const mouths = apis.map((api) => ({
  api,
  find: makeRouter(api.groups.flatMap(({ routes }) => routes)),
}))

/** Answers one request to the HTTP API; every refusal is a problem document. Uses nothing of Next. */
export const answerApi = async (request: Request, peer: Peer): Promise<Response> =>
  asResponse(await answerListener(request, peer))

/** The same for our listener, which takes a text as it is. */
export async function answerListener(request: ApiRequest, peer: Peer): Promise<ApiAnswer> {
  try {
    return await respond(request, peer)
  } catch (error) {
    return problemAnswer(error, request, peer)
  }
}

async function respond(request: ApiRequest, peer: Peer): Promise<ApiAnswer> {
  const url = new URL(request.url)
  const path = url.pathname.replace(/\/{2,}/g, '/')
  if (isWellKnown(path)) {
    return request.method === 'GET'
      ? jsonAnswer(authzenConfiguration(), 200)
      : wrongMethod(request, peer, ['GET'])
  }
  const oauth = oauthAt(path)
  if (oauth) {
    if (request.method === oauth.method) return oauth.answer(request, peer)
    return wrongMethod(request, peer, [oauth.method])
  }
  const mouth = mouths.find(({ api }) => path.startsWith(`${api.prefix}/`))
  if (!mouth) throw nothingAt(path)
  const { api, find } = mouth
  const below = path.slice(api.prefix.length)
  if (/^\/openapi\.json\/?$/.test(below)) {
    if (request.method !== 'GET') return wrongMethod(request, peer, ['GET'])
    return jsonAnswer(openApiDocument(api), 200)
  }
  const reference = await referenceAt(path, request)
  if (reference) return request.method === 'GET' ? reference : wrongMethod(request, peer, ['GET'])
  const found = find(request.method, below)
  if (found.kind === 'none') throw nothingAt(path)
  if (found.kind === 'other_methods') return wrongMethod(request, peer, found.methods)
  const { route, params } = found.match
  if (route.open) return openly({ request, url, api, route, params, text: '' }, peer)
  const key = await presentedKey(request, peer)
  const text = route.body ? await request.text() : ''
  return provenBy(key, () => handled({ request, url, api, route, params, text }, key))
}

type Found = { request: ApiRequest; url: URL; api: Api; text: string } & Match

/** Whoever has no key yet. Each use case of the public counts tries by address. */
async function openly({ request, url, route, params }: Found, peer: Peer): Promise<ApiAnswer> {
  const query = route.query && parseInput(route.query, queryOf(url.searchParams, route), '#/query')
  const body = route.body && parseInput(route.body, parseJson(await request.text()), '#')
  const origin = originOf(request, peer)
  const run = <U extends UseCase>(use: U, input: InputOf<U>) =>
    execute(use, { kind: 'anonymous', origin } as never, input)
  const call = { params, query, body, run, origin, client: clientOf(request) }
  return jsonAnswer(await route.handle(call), route.status ?? 200)
}

async function handled(found: Found, key: PresentedKey): Promise<ApiAnswer> {
  const { request, url, api, route, params, text } = found
  const query = route.query && parseInput(route.query, queryOf(url.searchParams, route), '#/query')
  const body = route.body && bodyOf(route, request, text)
  const run = <U extends UseCase>(use: U, input: InputOf<U>) => execute(use, key as never, input)
  const status = route.status ?? 200

  const answered = () => route.handle({ params, query, body, run }).catch(onWire)
  const handle = async () => ({
    status,
    body: await (route.plainFaults ? answered().catch(asPlainFault) : answered()),
  })
  const repeat = request.headers.get('idempotency-key')
  const answer = await (isRepeatable(route) && repeat !== null
    ? onceOnly(
        {
          caller: await proveKey(key),
          key: repeat,
          said: saidBy(url, params, text),
          route: `${route.method} ${api.prefix}${route.path}`,
        },
        () => kept(route, handle),
      )
    : handle())
  if (answer.status === SHOWN_ONCE) throw new Problem('conflict', String(answer.body))
  return jsonAnswer(answer.body, answer.status)
}

/** All that a create is told: in its body, its path and its query. */
const saidBy = ({ search }: URL, params: Match['params'], text: string): string => {
  const more = [...Object.values(params), search].filter(Boolean)
  return more.length > 0 ? JSON.stringify([...more, text]) : text
}

function bodyOf(route: Route, request: ApiRequest, text: string) {
  if (!route.plainFaults) return parseInput(route.body, parseJson(text), '#')
  if (!/^application\/json *(;|$)/i.test(request.headers.get('content-type') ?? '')) {
    throw new Problem('malformed_body', 'Send JSON, as application/json.')
  }
  try {
    return parseInput(route.body, parseJson(text), '#')
  } catch (error) {
    return asPlainFault(error)
  }
}

/** The faulty fields of a use case by their names on the wire. */
function onWire(error: unknown): never {
  if (!isProblem(error) || !error.extra.errors) throw error
  const errors = error.extra.errors.map(({ pointer, detail }) => ({
    pointer: snakeCase(pointer),
    detail,
  }))
  throw new Problem(error.code, error.message, { ...error.extra, errors })
}

/** Where a standard knows no 422. */
function asPlainFault(error: unknown): never {
  if (!isProblem(error) || error.code !== 'invalid_input') throw error
  throw new Problem('malformed_body', error.message, error.extra)
}

/** Kept instead of an answer that holds a secret: the sentence that a repeat gets. */
const SHOWN_ONCE = 409

async function kept(route: Route, handle: () => Promise<{ status: number; body: unknown }>) {
  const answer = await handle()
  const { repeatable, onRepeat } = route
  const kept = onRepeat
    ? { status: SHOWN_ONCE, body: onRepeat(answer.body as never) }
    : { ...answer, body: repeatable?.(answer.body as never) }
  return { answer, kept }
}

const nothingAt = (path: string) =>
  new Problem('not_found', `There is nothing at ${shownPath(path).slice(0, 200)}.`)

function wrongMethod(request: ApiRequest, peer: Peer, methods: string[]): ApiAnswer {
  const detail = `${request.method} is not answered here. Use ${methods.join(', ').replace(/, (\w+)$/, ' or $1')}.`
  const answer = problemAnswer(new Problem('method_not_allowed', detail), request, peer)
  return { ...answer, headers: { ...answer.headers, allow: methods.join(', ') } }
}

const queryOf = (parameters: URLSearchParams, { repeated = [] }: Route) => ({
  ...Object.fromEntries(parameters),
  ...Object.fromEntries(
    repeated.filter((name) => parameters.has(name)).map((name) => [name, parameters.getAll(name)]),
  ),
})
