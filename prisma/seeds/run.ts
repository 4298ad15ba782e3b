import { signInTable } from '@/lib/listener/setup/sign-in-table.js'
import { hashPassword } from '@/lib/platform/crypto/password-hash'
import { analyze, unhurried, withoutIndexes } from '@/lib/platform/db/bulk'
import { inSystem } from '@/lib/platform/db/doors'
import { engine } from '@/lib/platform/db/engine'
import { lock } from '@/lib/platform/db/locks'
import { migrate } from '@/lib/platform/db/migrate'
import { basic } from './basic'
import { demo } from './demo'
import { large } from './large'
import type { Account, Scenario, SignIn } from './scenario'
import { World } from './story/world'
import { writeRows } from './story/write'

const scenarios = new Map<string, Scenario>([
  ['basic', basic],
  ['demo', demo],
  ['large', large()],
])

/** A fault whose message is for the person at the terminal. */
class Refusal extends Error {
  constructor(
    message: string,
    readonly status: number,
  ) {
    super(message)
  }
}

/** node --conditions=react-server --import tsx prisma/seeds/run.ts <scenario> [--json] */
async function run(args: string[]): Promise<number> {
  const scenario = scenarioOf(args)
  const { close } = await engine().catch((error) => {
    throw new Refusal(error.message, 1) // the lock of the data directory says who holds it
  })
  try {
    const start = Date.now()
    const signIn = await fill(scenario)
    const seconds = Math.ceil((Date.now() - start) / 1_000)
    if (seconds > 5) process.stderr.write(`  Written in ${seconds} s.\n`)
    const text = args.includes('--json') ? JSON.stringify(signIn) : words(signIn)
    process.stdout.write(`${text}\n`)
    return 0
  } finally {
    await close()
  }
}

function scenarioOf(args: string[]): Scenario {
  const [name, ...more] = args.filter((arg) => !arg.startsWith('-'))
  const unknown = args.find((arg) => arg.startsWith('-') && arg !== '--json')
  const scenario = scenarios.get(name ?? '')
  if (scenario && more.length === 0 && !unknown) return scenario
  const fault = unknown ?? (scenario ? more[0] : name)
  const known = [...scenarios.keys()].join(', ')
  const why = fault ? `${fault} is not known here.` : 'Name a scenario.'
  throw new Refusal(`${why} Scenarios: ${known}. Option: --json.`, 2)
}

const PATIENCE = 20 * 60_000 // ms; a large scenario takes minutes on a slow machine

/** All or nothing, into an empty database only. */
async function fill(scenario: Scenario): Promise<SignIn> {
  await migrate()
  const signIn = await inSystem(async (db) => {
    // Nobody sets it up, and no other seed runs, between the look and the writing.
    await lock(db, 'installation')
    await unhurried(db)
    await requireEmpty(db)
    let pieces = 0
    const world = await World.begin(new Date(), hashPassword, async (rows) => {
      await writeRows(db, rows)
      if (++pieces <= 2) await analyze(db)
    })
    return withoutIndexes(db, async () => {
      const told = await scenario(world)
      await world.flush()
      return told
    })
  }, PATIENCE)
  // Neither engine knows yet what it holds, and the embedded one never looks by itself.
  const { raw } = await engine()
  await raw.query('VACUUM ANALYZE')
  return signIn
}

async function requireEmpty(db: Parameters<Parameters<typeof inSystem>[0]>[0]): Promise<void> {
  const found = await db.organization.findFirst({ select: { name: true } })
  if (!found) return
  throw new Refusal(
    `This database holds ${found.name} already. A scenario goes into an empty one: set DATA_DIR or DATABASE_URL to another.`,
    1,
  )
}

function words(signIn: SignIn): string {
  const accounts = Object.entries(signIn).filter(([, told]) => typeof told !== 'string')
  const table = signInTable(Object.fromEntries(accounts) as Record<string, Account>)
  return ['', ...table.map((line) => (line ? `  ${line}` : '')), ''].join('\n')
}

process.exitCode = await run(process.argv.slice(2)).catch((error) => {
  process.stderr.write(`\n  ${error instanceof Refusal ? error.message : error.stack}\n\n`)
  return error instanceof Refusal ? error.status : 1
})
