import 'server-only'
import type { Route } from './route'

export type Match = { route: Route; params: Record<string, string> }
type Found =
  | { kind: 'match'; match: Match }
  | { kind: 'other_methods'; methods: string[] }
  | { kind: 'none' }

const segmentsOf = (path: string) => path.split('/').filter((segment) => segment !== '')
const isParameter = (segment: string) => segment.startsWith('{')

/** Finds routes by path, either slash form; a path with literal segments hides one with parameters. */
export function makeRouter(routes: readonly Route[]) {
  const compiled = routes
    .map((route) => ({ route, segments: segmentsOf(route.path) }))
    .sort((a, b) => parameters(a.segments) - parameters(b.segments))

  return (method: string, path: string): Found => {
    const given = segmentsOf(path)
    const found = compiled.filter(({ segments }) => fits(segments, given))
    const fewest = parameters(found[0]?.segments ?? [])
    const fitting = found.filter(({ segments }) => parameters(segments) === fewest)
    const hit = fitting.find(({ route }) => route.method === method)
    if (hit)
      return { kind: 'match', match: { route: hit.route, params: paramsOf(hit.segments, given) } }
    if (fitting.length === 0) return { kind: 'none' }
    return {
      kind: 'other_methods',
      methods: [...new Set(fitting.map(({ route }) => route.method))],
    }
  }
}

const parameters = (segments: string[]) => segments.filter(isParameter).length

const fits = (segments: string[], given: string[]) =>
  segments.length === given.length &&
  segments.every((segment, index) => isParameter(segment) || segment === given[index])

const paramsOf = (segments: string[], given: string[]) =>
  Object.fromEntries(
    segments.flatMap((segment, index) =>
      isParameter(segment) ? [[segment.slice(1, -1), idFrom(given[index] ?? '')]] : [],
    ),
  )

/** What cannot be an id is nobody's id: unknown and impossible ones get the same 404. */
const idFrom = (text: string) => (/^\w{1,100}$/.test(text) ? text : 'none')
