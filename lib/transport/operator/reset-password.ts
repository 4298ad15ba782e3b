import 'server-only'
import { newId } from '@/lib/domain/id'
import type { SystemCaller } from '@/lib/kernel/caller'
import { execute } from '@/lib/kernel/execute'
import { isProblem } from '@/lib/kernel/problem'
import { makeResetLinks } from '@/lib/modules/persons/commands/make-reset-links'
import { engine } from '@/lib/platform/db/engine'

// node --conditions=react-server --import tsx lib/transport/operator/reset-password.ts <address>

const operator: SystemCaller = {
  kind: 'system',
  label: 'operator',
  origin: { requestId: newId('req'), address: null, userAgent: null },
}

const say = (...lines: string[]) =>
  void process.stdout.write(`\n${lines.map((line) => (line ? `  ${line}\n` : '\n')).join('')}\n`)
const fail = (text: string) => {
  process.stderr.write(`\n  ${text}\n\n`)
  return 1
}

async function run([email = '', ...more]: string[]): Promise<number> {
  if (email === '' || more.length > 0)
    return fail('Name one address: npm run reset-password -- lena@halden.example')
  const opened = await engine().catch((error: Error) => error)
  // The lock of the data directory says who holds it: the embedded database serves one process at a time.
  if (opened instanceof Error) {
    return fail(
      `${opened.message}\n  Stop Gatehouse, run this again, and start it: the link works then.`,
    )
  }
  try {
    const links = await execute(makeResetLinks, operator, { email })
    if (links.length === 0)
      return fail(`Nobody here has the address ${email}. Nothing was changed.`)
    const several = links.length > 1 ? [`${links.length} accounts have this address.`, ''] : []
    say(
      ...several,
      ...links.flatMap(({ link, proven, organizations }) => [
        `${proven ? 'The account of this address' : 'The account for one organization alone'}: ${organizations.join(', ') || 'in no organization'}`,
        link,
        '',
      ]),
      'Each link sets a new password once, within 30 minutes, and signs the account out everywhere.',
      'Whoever has it can do so: hand it to that person alone. A second factor is still asked for.',
    )
    return 0
  } catch (error) {
    if (isProblem(error)) return fail(error.message)
    if ((error as { code?: string }).code === '42P01')
      return fail('This database is empty or older than this program. Start Gatehouse once first.')
    throw error
  } finally {
    await opened.close()
  }
}

process.exitCode = await run(process.argv.slice(2))
