// @ts-check
import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { promisify } from 'node:util'
import { at, write } from '../../listener/setup/paths.js'
import { giveSession } from './credentials.js'
import { openSql } from './database.js'
import { atEnd } from './ends.js'
import { manyKeys } from './keys.js'

export const AUTH_SECRET = 'the secret of npm run bench, which keeps nothing of anybody'

/**
 * What the rows need of one organization. @typedef {{ id: string, people: number, key: string, flips: string[], projects: string[] }} Place
 * @typedef {{ large: Place, small: Place, cookie: { name: string, value: string }, parts: string[], keys: string[], dataDir: string, databaseUrl?: string }} Data
 * @param {{ databaseUrl?: string, dataDir: string }} where
 * @returns {Promise<Data>}
 */
export async function prepareData(where) {
  const seed = await filled(where)
  const sql = await openSql(where)
  try {
    await sql.query(`DELETE FROM invitation WHERE email LIKE 'bench.%'`)
    const owner = await ownerOf(sql, seed.organization_id)
    const large = await placeOf(sql, seed.organization_id, seed.owner.api_key)
    const holder = { organization: large.id, member: large.flips[0] ?? owner.id }
    return {
      ...where,
      large,
      keys: await manyKeys(sql, where.dataDir, holder),
      small: await placeOf(sql, seed.thousand_id, seed.owner_of_thousand.api_key),
      cookie: await giveSession(sql, owner, AUTH_SECRET),
      parts: await partsOf(sql, seed.organization_id),
    }
  } finally {
    await sql.query('ANALYZE')
    await sql.close()
  }
}

/** The scenario stands there whole. @param {string} dataDir */
export const isFilled = (dataDir) => existsSync(stampIn(dataDir))
/** @param {string} dataDir */
const stampIn = (dataDir) => `${dataDir}/bench-filled`

/**
 * Writes the scenario `large`, unless it is there; what the seed said of it.
 * @typedef {{ organization_id: string, thousand_id: string, owner: { api_key: string }, owner_of_thousand: { api_key: string } }} Seed
 * @param {{ databaseUrl?: string, dataDir: string }} where @returns {Promise<Seed>}
 */
async function filled({ databaseUrl, dataDir }) {
  if (isFilled(dataDir)) return JSON.parse(readFileSync(stampIn(dataDir), 'utf8'))
  rmSync(dataDir, { recursive: true, force: true })
  mkdirSync(dataDir, { recursive: true })
  const seeding = promisify(execFile)(
    process.execPath,
    [at('lib/listener/seed.js'), 'large', '--json'],
    {
      cwd: at(),
      env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: databaseUrl ?? '', AUTH_SECRET },
    },
  )
  atEnd(() => void seeding.child.kill('SIGTERM')) // which it passes on to the one that writes
  const { stdout } = await seeding
  write(stampIn(dataDir), stdout)
  return JSON.parse(stdout)
}

/** @param {import('./database.js').Sql} sql @param {string} organization @returns {Promise<import('./credentials.js').Owner>} */
async function ownerOf(sql, organization) {
  const found = await sql.query(
    `SELECT organization_id, id, person_id FROM membership
     WHERE organization_id = $1 AND role = 'owner' AND ended_at IS NULL AND person_id IS NOT NULL ORDER BY created_at, id LIMIT 1`,
    [organization],
  )
  return found[0]
}

/** @param {import('./database.js').Sql} sql @param {string} id @param {string} key @returns {Promise<Place>} */
async function placeOf(sql, id, key) {
  const [{ people }] = await sql.query(
    'SELECT people FROM organization_counter WHERE organization_id = $1',
    [id],
  )
  // Many members, so that no row is waited for; the organization's own lock remains.
  const flips = await sql.query(
    `SELECT id FROM membership WHERE organization_id = $1 AND role = 'collaborator' AND kind = 'person' AND ended_at IS NULL
     ORDER BY md5(id) LIMIT 200`,
    [id],
  )
  const projects = await sql.query(
    'SELECT id FROM project WHERE organization_id = $1 ORDER BY md5(id) LIMIT 200',
    [id],
  )
  return {
    ...{ id, people, key },
    flips: flips.map((row) => row.id),
    projects: projects.map((row) => row.id),
  }
}

/** Parts of addresses that match few or one. @param {import('./database.js').Sql} sql @param {string} organization */
async function partsOf(sql, organization) {
  const rows = await sql.query(
    `SELECT split_part(email, '@', 1) AS local FROM membership WHERE organization_id = $1 AND ended_at IS NULL ORDER BY md5(id) LIMIT 50`,
    [organization],
  )
  return rows.map(({ local }) => local.slice(-9).replace(/^[^a-z0-9]+/, ''))
}
