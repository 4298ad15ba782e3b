import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { btree_gin } from '@electric-sql/pglite/contrib/btree_gin'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import pg from 'pg'
import { at } from '../../lib/listener/setup/paths'
import { everyRow } from './every-row'
import { secretsIn, secretsInLog } from './secret-texts'

type Places = {
  /** Folder of what the servers of this run printed. */
  logs: string
  databases: string[]
  /** Folder of data directories of embedded databases, whose servers have stopped. */
  embedded: string
}

/** What a whole run left behind: every log, every row of every database. Where secrets stand in it, never the whole of one. */
export async function scanForSecrets({ logs, databases, embedded }: Places): Promise<string[]> {
  const texts = new Map<string, string>()
  for (const name of readdirSync(logs)) texts.set(name, readFileSync(join(logs, name), 'utf8'))
  const found = [...texts].flatMap(([name, text]) => here(name, secretsInLog(text)))
  const dumps = new Map([
    ...(await Promise.all(databases.map(dumpOfPostgres))),
    ...(await Promise.all(dataIn(embedded).map(dumpOfEmbedded))),
  ])
  for (const [name, tables] of dumps) {
    for (const [table, rows] of tables) {
      const text = rows.join('\n')
      if (text !== '') texts.set(`${name}.${table}`, text)
      found.push(...here(`${name}, table ${table}`, secretsIn(text)))
    }
  }
  // Nothing found in nothing would be no result.
  if (texts.size === 0 || [...dumps.values()].some((tables) => !tables.has('person')))
    found.push('There was nothing to search.')
  return [...found, ...bySecretlint(texts)]
}

const here = (place: string, secrets: string[]) => secrets.map((secret) => `${place}: ${secret}`)

type Dump = readonly [name: string, tables: Map<string, string[]>]

async function dumpOfPostgres(url: string): Promise<Dump> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const rows = everyRow(async (sql) => (await client.query(sql)).rows)
  return [new URL(url).pathname.slice(1), await rows.finally(() => client.end())]
}

const dataIn = (folder: string) =>
  readdirSync(folder)
    .map((name) => join(folder, name, 'database'))
    .filter((path) => existsSync(path))

async function dumpOfEmbedded(dataDir: string): Promise<Dump> {
  const database = await PGlite.create({ dataDir, extensions: { btree_gin, pg_trgm } })
  const rows = everyRow(async (sql) => (await database.query<Record<string, string>>(sql)).rows)
  return [dataDir.split('/').at(-2) ?? '', await rows.finally(() => database.close())]
}

/** The rules of secretlint, over the same texts as files. */
function bySecretlint(texts: Map<string, string>): string[] {
  const folder = at('.cache/test/searched')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  try {
    for (const [name, text] of texts) writeFileSync(join(folder, `${name}.txt`), text)
    const program = at('node_modules/secretlint/bin/secretlint.js')
    const args = [program, '--format', 'compact', '--maskSecrets', '.cache/test/searched/*.txt']
    const { status, stdout, stderr } = spawnSync(process.execPath, args, {
      cwd: at(),
      encoding: 'utf8',
    })
    return status === 0 ? [] : [`secretlint: ${`${stdout}${stderr}`.trim().slice(0, 4_000)}`]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
