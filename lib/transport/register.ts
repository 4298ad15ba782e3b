import 'server-only'
import { setTimeout as wait } from 'node:timers/promises'
import { newId } from '@/lib/domain/id'
import type { SystemCaller } from '@/lib/kernel/caller'
import { execute } from '@/lib/kernel/execute'
import type { Gatehouse } from '@/lib/listener/gatehouse'
import { warnOfKeyEnds } from '@/lib/modules/api-keys/commands/warn-of-key-ends'
import { sweepBindings } from '@/lib/modules/bindings/commands/sweep-bindings'
import { deliverInvitation } from '@/lib/modules/invitations/commands/deliver-invitation'
import { mailInvitationAgain } from '@/lib/modules/invitations/commands/mail-invitation-again'
import { resumeOperations } from '@/lib/modules/operations/commands/resume-operations'
import { runOperation } from '@/lib/modules/operations/commands/run-operation'
import { remindOfDeletion } from '@/lib/modules/organizations/commands/remind-of-deletion'
import { deliverLink } from '@/lib/modules/persons/commands/deliver-link'
import { startActivity, stopActivity } from '@/lib/platform/activity/activity'
import { setUpLink } from '@/lib/platform/auth/set-up-link'
import { engine } from '@/lib/platform/db/engine'
import { eraseDue } from '@/lib/platform/db/erase'
import { isSetUp } from '@/lib/platform/db/lookups'
import { maintain } from '@/lib/platform/db/maintain'
import { appliedMigrations, migrate, shippedMigrations } from '@/lib/platform/db/migrate'
import { rotateTokenKeys } from '@/lib/platform/jose/token-keys'
import { closeMail } from '@/lib/platform/mail/mail'
import { deliverNotice } from '@/lib/platform/mail/notice'
import { startOutbox, stopOutbox } from '@/lib/platform/outbox/outbox'
import { startSweeper, stopSweeper } from '@/lib/platform/sweeper'
import { answerListener } from './api/endpoint'

/** Under this name the audit log says what the program did by itself. */
const itself = (): SystemCaller => ({
  kind: 'system',
  label: 'Gatehouse',
  origin: { requestId: newId('req'), address: null, userAgent: null },
})

async function sweepRoles() {
  while ((await execute(sweepBindings, itself(), {})).more) await wait(0)
}

async function sweepKeys() {
  while ((await execute(warnOfKeyEnds, itself(), {})).more) await wait(0)
}

/** Work of the hour beside the sweeper's own. */
const sweepTasks = [
  eraseDue,
  () => execute(remindOfDeletion, itself(), {}),
  sweepRoles,
  sweepKeys,
  () => resumeOperations(),
  maintain,
  () => rotateTokenKeys(),
]

async function boot() {
  const applied = await migrate()
  startOutbox({
    mail: deliverInvitation,
    invitation: mailInvitationAgain,
    link: deliverLink,
    notice: deliverNotice,
    operation: runOperation,
  })
  startActivity()
  startSweeper(sweepTasks)
  return { applied, setupUrl: (await isSetUp()) ? null : setUpLink() }
}

const READY_WITHIN = 5_000 // ms

async function ready(): Promise<{ ready: true } | { ready: false; reason: string }> {
  const silence = wait(READY_WITHIN, null, { ref: false })
  const look = engine().then(({ raw }) => appliedMigrations(raw))
  const applied = await Promise.race([look.catch(() => null), silence])
  if (!applied) return { ready: false, reason: (await hasRoom()) ? 'database' : 'disk' }
  if (!(await hasRoom())) return { ready: false, reason: 'disk' }
  const missing = shippedMigrations().some(({ name }) => !applied.has(name))
  return missing ? { ready: false, reason: 'migrations' } : { ready: true }
}

const hasRoom = async () => (await (await engine()).hasRoom?.()) ?? true

async function stop() {
  await Promise.all([stopOutbox(), stopActivity(), stopSweeper()])
  await closeMail()
  await (await engine()).close()
}

/** Gives the listener the API and the work of this process; instrumentation.ts calls it once. */
export function register(): void {
  const parts: Gatehouse = { api: answerListener, boot, ready, stop }
  globalThis.__gatehouse = { ...globalThis.__gatehouse, ...parts }
}
