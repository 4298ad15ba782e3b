import 'server-only'
import { log } from '../log'
import { engine } from './engine'

/**
 * Erases the organizations whose time has come, each at once and alone, all but a tombstone. The database asks once
 * more whether it is due, so an owner who stops it in time is in time. Outside the doors: no role of the program may
 * delete events, and a large organization takes longer than a door stays open. Returns their ids.
 */
export async function eraseDue(): Promise<string[]> {
  const { raw } = await engine()
  const due = await raw.query<{ id: string }>(
    'SELECT id FROM organization WHERE deletion_due_at <= now() ORDER BY deletion_due_at',
  )
  const erased: string[] = []
  for (const { id } of due) {
    const [row] = await raw.query<{ erased: boolean }>('SELECT erase_organization($1) AS erased', [
      id,
    ])
    if (!row?.erased) continue
    log.info({ organization: id }, 'organization erased')
    erased.push(id)
  }
  return erased
}
