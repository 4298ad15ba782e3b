import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startPostgres } from '../lib/testing/postgres'
import { startGatehouse } from './server'
import {
  authSecret,
  freePort,
  type Installation,
  logFileOf,
  logFolder,
  publish,
} from './support/installations'
import { startMailFolder } from './support/mail-server'
import { scanForSecrets } from './support/secret-scan'

/**
 * The built program twice, each on a database of its own: one that shows links, one that mails them. Its end searches what
 * the whole run left behind for secrets.
 */
export default async function start() {
  const stops: (() => unknown)[] = []
  const stop = async () => {
    for (const each of stops.reverse()) await each()
  }
  const servers: (() => unknown)[] = []
  const databases: string[] = []
  try {
    rmSync(logFolder, { recursive: true, force: true })
    mkdirSync(logFolder, { recursive: true })
    const postgres = process.env.TEST_DATABASE_URL
      ? { url: process.env.TEST_DATABASE_URL, stop: () => {} }
      : await startPostgres()
    stops.push(postgres.stop)
    const home = mkdtempSync(join(tmpdir(), 'gatehouse-e2e-'))
    stops.push(() => rmSync(home, { recursive: true, force: true }))
    const mailbox = join(home, 'mail')
    const mail = await startMailFolder(mailbox)
    stops.push(mail.stop)

    const install = async (name: string, env: Record<string, string>): Promise<Installation> => {
      const database = await makeDatabase(postgres.url, `gatehouse_e2e_${name}_${process.pid}`)
      stops.push(database.drop)
      databases.push(database.url)
      const port = await freePort()
      const server = await startGatehouse({
        port,
        dataDir: join(home, name),
        logFile: logFileOf(port),
        env: { ...env, DATABASE_URL: database.url, AUTH_SECRET: authSecret },
      })
      servers.push(server.stop)
      return { url: server.url, databaseUrl: database.url }
    }
    const plain = await install('plain', { SMTP_URL: '', MAIL_FROM: '' })
    const mailing = await install('mailing', {
      SMTP_URL: mail.url,
      MAIL_FROM: 'Gatehouse <gatehouse@halden.example>',
      SIGN_IN_BY_EMAIL_LINK: 'on',
      ORGANIZATION_CREATION: 'anyone',
    })
    publish({ plain, mailing, mailbox, home })
    return async () => {
      for (const end of servers) await end()
      const search = scanForSecrets({ logs: logFolder, databases, embedded: home })
      const found = await search.finally(stop)
      if (found.length > 0) throw new Error(`Secrets were left behind:\n${found.join('\n')}`)
    }
  } catch (error) {
    for (const end of servers) await end()
    await stop()
    throw error
  }
}

async function makeDatabase(serverUrl: string, name: string) {
  const run = async (sql: string) => {
    const client = new pg.Client({ connectionString: serverUrl })
    await client.connect()
    await client.query(sql).finally(() => client.end())
  }
  await run(`CREATE DATABASE ${name}`)
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => run(`DROP DATABASE ${name} WITH (FORCE)`) }
}
