// @ts-check

/**
 * @typedef {import('./load.js').Ask} Ask
 * @typedef {'F0' | 'F1' | 'F2'} Floor
 * @typedef {{ id: string, work: string, floor: Floor, ask: (data: import('./data.js').Data) => Ask | (() => Ask) }} FloorRow
 * @typedef {{
 *   id: string, work: string, floor?: string, ratio?: number, within?: { of: string, times: number }, perSecond?: number,
 *   ask: (data: Subject) => Ask | (() => Ask),
 * }} Row `ratio` of the floor's requests a second, `within` so many times the time of another row, or so many requests a second
 * @typedef {import('./data.js').Data & { deep: string }} Subject
 */

const list = '/api/v2/organization_collaborators/?count=50'
const nobody = 'zqxjkvwz'

/** One after the other, from the start again. @template T @param {readonly T[]} items */
function cycle(items) {
  let at = 0
  return () => /** @type {T} */ (items[at++ % items.length])
}

/** @param {import('./data.js').Place} place */
const by = ({ key }) => ({ authorization: `Bearer ${key}` })

/** @type {readonly FloorRow[]} */
export const floorRows = [
  {
    id: 'F0',
    work: 'F0: our listener, answering nothing',
    floor: 'F0',
    ask: () => ({ path: '/api/v2/nothing' }),
  },
  {
    id: 'F1',
    work: 'F1: bare Node and pg, the page',
    floor: 'F1',
    ask: ({ large }) => ({ path: `/?organization=${large.id}` }),
  },
  {
    id: 'F1.some',
    work: 'F1: the search, with matches',
    floor: 'F1',
    ask: ({ large, parts }) => {
      const part = cycle(parts)
      return () => ({ path: `/?organization=${large.id}&email=${part()}` })
    },
  },
  {
    id: 'F1.none',
    work: 'F1: the search, without matches',
    floor: 'F1',
    ask: ({ large }) => ({ path: `/?organization=${large.id}&email=${nobody}` }),
  },
  { id: 'F2', work: 'F2: Next, answering nothing', floor: 'F2', ask: () => ({ path: '/nothing' }) },
]

/** @type {readonly Row[]} */
export const rows = [
  {
    id: 'list.first',
    work: 'collaborators, first page',
    floor: 'F1',
    ratio: 0.5,
    ask: ({ large }) => ({ path: list, headers: by(large) }),
  },
  {
    id: 'list.deep',
    work: 'collaborators, the page after 90,000',
    floor: 'F1',
    within: { of: 'list.first', times: 1.2 },
    ask: ({ large, deep }) => ({ path: `${list}&paging_token=${deep}`, headers: by(large) }),
  },
  {
    id: 'list.small',
    work: 'collaborators, first page, of 1,000 people',
    floor: 'F1',
    within: { of: 'list.first', times: 1.2 },
    ask: ({ small }) => ({ path: list, headers: by(small) }),
  },
  {
    id: 'search.some',
    work: 'search by part of an address, with matches',
    floor: 'F1.some',
    ratio: 0.35,
    ask: ({ large, parts }) => {
      const part = cycle(parts)
      return () => ({ path: `${list}&email=${part()}`, headers: by(large) })
    },
  },
  {
    id: 'search.none',
    work: 'search by part of an address, without matches',
    floor: 'F1.none',
    ratio: 0.35,
    ask: ({ large }) => ({ path: `${list}&email=${nobody}`, headers: by(large) }),
  },
  {
    id: 'userinfo',
    work: 'userinfo',
    floor: 'F2',
    ratio: 2,
    ask: ({ large }) => ({ path: '/api/v2/userinfo/', headers: by(large) }),
  },
  {
    id: 'key.few',
    work: 'authenticate by key, each of 100 in turn',
    floor: 'F2',
    ratio: 2,
    ask: ({ keys }) => byEach(keys.slice(0, 100)),
  },
  {
    id: 'key.many',
    work: 'authenticate by key, each of 100,000 in turn',
    floor: 'F2',
    within: { of: 'key.few', times: 1.2 },
    ask: ({ keys }) => byEach(keys),
  },
  {
    id: 'decision',
    work: 'one AuthZEN decision',
    floor: 'F2',
    ratio: 3,
    ask: ({ large }) => decide(large),
  },
  {
    id: 'decision.batch',
    work: '20 AuthZEN decisions in one request',
    floor: 'F2',
    within: { of: 'decision', times: 2 },
    ask: ({ large }) => decide(large, 20),
  },
  {
    id: 'who.large',
    work: 'who can reach a project, first page',
    floor: 'F1',
    ratio: 0.35,
    ask: ({ large }) => search(large, 'subject'),
  },
  {
    id: 'who.small',
    work: 'who can reach a project, first page, of 1,000 people',
    floor: 'F1',
    within: { of: 'who.large', times: 1.3 },
    ask: ({ small }) => search(small, 'subject'),
  },
  {
    id: 'what.large',
    work: 'what somebody can reach, first page',
    floor: 'F1',
    ratio: 0.35,
    ask: ({ large }) => search(large, 'resource'),
  },
  {
    id: 'what.small',
    work: 'what somebody can reach, first page, of 1,000 people',
    floor: 'F1',
    within: { of: 'what.large', times: 1.3 },
    ask: ({ small }) => search(small, 'resource'),
  },
  {
    id: 'invite.large',
    work: 'invite one',
    floor: 'F2',
    ratio: 0.5,
    ask: ({ large }) => invite(large),
  },
  {
    id: 'invite.small',
    work: 'invite one, into 1,000 people',
    floor: 'F2',
    within: { of: 'invite.large', times: 1.2 },
    ask: ({ small }) => invite(small),
  },
  {
    id: 'role.large',
    work: 'change a role',
    floor: 'F2',
    ratio: 0.5,
    ask: ({ large }) => flip(large),
  },
  {
    id: 'role.small',
    work: 'change a role, among 1,000 people',
    floor: 'F2',
    within: { of: 'role.large', times: 1.2 },
    ask: ({ small }) => flip(small),
  },
  {
    id: 'users',
    work: 'Users page, first load',
    perSecond: 60,
    ask: ({ cookie }) => ({
      path: '/users',
      headers: { cookie: `${cookie.name}=${cookie.value}` },
    }),
  },
]

/** @param {readonly string[]} keys */
function byEach(keys) {
  const next = cycle(keys)
  return () => ({ path: '/api/v2/userinfo/', headers: { authorization: `Bearer ${next()}` } })
}

/** May somebody read a project? Always another one. @param {import('./data.js').Place} place */
const question = (place) => {
  const [subject, project] = [cycle(place.flips), cycle(place.projects)]
  return () => ({
    subject: { type: 'user', id: subject() },
    action: { name: 'project.read' },
    resource: { type: 'project', id: project() },
  })
}

/** @param {import('./data.js').Place} place @param {string} path @param {() => object} body */
const ask = (place, path, body) => () => ({
  method: /** @type {const} */ ('POST'),
  path: `/access/v1/${path}`,
  headers: by(place),
  body: JSON.stringify(body()),
})

/** @param {import('./data.js').Place} place */
function decide(place, count = 1) {
  const one = question(place)
  if (count === 1) return ask(place, 'evaluation', one)
  return ask(place, 'evaluations', () => ({ evaluations: Array.from({ length: count }, one) }))
}

/** @param {import('./data.js').Place} place @param {'subject' | 'resource'} what */
const search = (place, what) => ask(place, `search/${what}`, question(place))

/** @param {import('./data.js').Place} place */
function invite(place) {
  const run = Date.now().toString(36)
  let at = 0
  return () => ({
    method: /** @type {const} */ ('POST'),
    path: '/api/v2/organization_invitations/',
    headers: by(place),
    body: JSON.stringify({ email: `bench.${run}.${at++}@bench.example` }),
  })
}

/** One member after the other is made owner, then each collaborator again. @param {import('./data.js').Place} place */
function flip(place) {
  let at = 0
  return () => {
    const turn = Math.floor(at / place.flips.length)
    const id = place.flips[at++ % place.flips.length]
    return {
      method: /** @type {const} */ ('PUT'),
      path: `/api/v2/organization_collaborators/${id}`,
      headers: by(place),
      body: JSON.stringify({ permission_level: turn % 2 === 0 ? 'owner' : 'collaborator' }),
    }
  }
}
