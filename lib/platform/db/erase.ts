import 'server-only'
import { log } from '../log'
import { engine } from './engine'

const LONG = 3_600_000 // ms, for one of a million people

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
    // One that cannot be erased now keeps no other from its turn; it is tried again in an hour.
    await raw
      .query<{ erased: boolean }>('SELECT erase_organization($1) AS erased', [id], LONG)
      .then(
        ([row]) => row?.erased && erased.push(id),
        (err) => log.error({ err, organization: id }, 'organization could not be erased'),
      )
  }
  if (erased.length > 0) log.info({ organizations: erased }, 'organizations erased')
  return erased
}
