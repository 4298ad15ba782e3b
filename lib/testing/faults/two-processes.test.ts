import { afterAll, beforeAll, expect, test } from 'vitest'
import { client, type Installation, installation, type Running } from './installation'

let place: Installation
let one: Running
let other: Running

beforeAll(async () => {
  place = await installation('postgresql')
  ;[one, other] = await Promise.all([place.start(), place.start()])
})
afterAll(() => Promise.all([one?.stop(), other?.stop()]))

const owner = (server: Running) => client(server, place.seed.owner.api_key)
const collaborator = (server: Running) => client(server, place.seed.collaborator.api_key)
const second = (server: Running) => client(server, place.seed.second_owner.api_key)

async function identityOf(email: string): Promise<string> {
  const found = await owner(one)('GET', `/api/v2/organization_collaborators/?email=${email}`)
  return found.body.results[0].id
}

test('a rename in one is read in the other at once', async () => {
  for (const [write, read, name] of [
    [one, other, 'Halden One'],
    [other, one, 'Halden Two'],
  ] as const) {
    expect((await owner(write)('PATCH', '/api/gatehouse/v1/organization', { name })).status).toBe(
      200,
    )
    const found = await collaborator(read)('GET', '/api/gatehouse/v1/organization')
    expect(found.body.result.name).toBe(name)
  }
})
