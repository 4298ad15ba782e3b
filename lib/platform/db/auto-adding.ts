import 'server-only'
import { sqlOf, statement } from './sql'

const FIRST = 10
const ADDING = statement(`SELECT name, (count(*) OVER ())::int AS count FROM cloud
  WHERE organization_id = $1 AND auto_add ORDER BY sort_key, id LIMIT ${FIRST}`)

/** For the log: the clouds of an organization that whoever joins is added to (auto_add_new_member), the first ten by name. */
export async function cloudsThatAdd(db: object, organizationId: string) {
  const rows = await sqlOf(db).rows<{ name: string; count: number }>(ADDING, [organizationId])
  const [first] = rows
  return first ? { clouds: rows.map(({ name }) => name), cloudCount: first.count } : {}
}
