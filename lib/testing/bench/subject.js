// @ts-check
import { at } from '../../listener/setup/paths.js'
import { freePort } from '../free-port.js'
import { AUTH_SECRET } from './data.js'
import { startProgram } from './program.js'

/** What the program is told in a bench: the limits on invitations are out of the way. @param {import('./data.js').Data} data */
export const environment = ({ dataDir, databaseUrl }) => ({
  NODE_ENV: 'production',
  AUTH_SECRET,
  DATA_DIR: dataDir,
  DATABASE_URL: databaseUrl ?? '',
  SMTP_URL: '',
  LOG_LEVEL: 'info',
  INVITATION_MAX_PENDING: '100000',
  API_KEY_REQUESTS_PER_MINUTE: '0', // it is the program that is measured, not its patience
  INVITATION_MAX_PER_DAY: '100000',
})

/** The built program on this data. @param {string} name @param {import('./data.js').Data} data */
export async function startSubject(name, data) {
  const args = [at('lib/listener/start.js'), '--prepared']
  const port = await freePort()
  const program = await startProgram({
    name: `gatehouse-${name}`,
    args,
    port,
    env: { ...environment(data), PUBLIC_URL: `http://127.0.0.1:${port}` },
    ready: '/api/ready',
  })
  return { ...program, url: `http://127.0.0.1:${port}` }
}

/** Walks to the token of the page after `people`. @param {string} url @param {string} key @param {number} people */
export async function walk(url, key, people) {
  const list = `${url}/api/v2/organization_collaborators/`
  let token = ''
  for (let seen = 0; seen < people; ) {
    const answer = await fetch(`${list}?count=50${token && `&paging_token=${token}`}`, {
      headers: { authorization: `Bearer ${key}` },
    })
    const page = /** @type {any} */ (await answer.json())
    if (!page.metadata?.next_paging_token) break
    seen += page.results.length
    token = encodeURIComponent(page.metadata.next_paging_token)
  }
  return token
}
