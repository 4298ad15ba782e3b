import { signInTable } from '@/lib/listener/setup/sign-in-table.js'
import { inSystem } from '@/lib/platform/db/doors'
import { engine } from '@/lib/platform/db/engine'
import { lock } from '@/lib/platform/db/locks'
import { migrate } from '@/lib/platform/db/migrate'
import { basic } from './basic'
import { demo } from './demo'
import type { Scenario, SignIn } from './scenario'
import { World } from './story/world'
import { writeRows } from './story/write'

const scenarios = new Map<string, Scenario>([
  ['basic', basic],
  ['demo', demo],
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
    const signIn = await fill(scenario)
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

/** All or nothing, into an empty database only. */
async function fill(scenario: Scenario): Promise<SignIn> {
  await migrate()
  await inSystem(requireEmpty)
  const world = await World.begin(new Date())
  const signIn = await scenario(world)
  await inSystem(async (db) => {
    // Nobody sets it up, and no other seed runs, between the look and the writing.
    await lock(db, 'installation')
    await requireEmpty(db)
    await writeRows(db, world.rows)
  })
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

const words = ({ organization_id: _, ...accounts }: SignIn): string =>
  ['', ...signInTable(accounts).map((line) => (line ? `  ${line}` : '')), ''].join('\n')

process.exitCode = await run(process.argv.slice(2)).catch((error) => {
  process.stderr.write(`\n  ${error instanceof Refusal ? error.message : error.stack}\n\n`)
  return error instanceof Refusal ? error.status : 1
})
