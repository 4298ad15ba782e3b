import 'server-only'
import { sqlOf, statement } from './sql'
import type { Place } from './targets'

type Going = { count: number; first: string[] }
type Ends = { projects: Going; members: Going; workloads: Going }

const going = (what: string, rows: string) =>
  `(SELECT jsonb_build_object('count', count(*)::int, 'first', coalesce(jsonb_agg(name ORDER BY sort, id) FILTER (WHERE place <= 5), '[]'))
    FROM (SELECT *, row_number() OVER (ORDER BY sort, id) AS place FROM (${rows}) AS found) AS placed) AS ${what}`

const of = (column: 'cloud_id' | 'project_id') =>
  statement(
    `SELECT ${[
      going(
        'projects',
        `SELECT p.name, p.sort_key AS sort, p.id FROM project p WHERE ${column === 'cloud_id' ? 'p.cloud_id' : 'p.id'} = $1`,
      ),
      going(
        'members',
        `SELECT m.name, m.sort_key AS sort, m.id FROM membership m WHERE m.id IN (SELECT b.membership_id FROM role_binding b WHERE b.${column} = $1)`,
      ),
      going(
        'workloads',
        `SELECT w.name, w.name COLLATE "C" AS sort, w.id FROM workload w WHERE w.${column} = $1 AND w.state IN ('running', 'idle')`,
      ),
    ].join(', ')}`,
  )
const OF = { cloud: of('cloud_id'), project: of('project_id') }

/** What goes with a cloud or a project: everything in it, everybody with a role there, what goes on. */
export async function endsOfPlace(db: object, place: Place): Promise<Ends> {
  const [sql, id] = 'cloud' in place ? [OF.cloud, place.cloud] : [OF.project, place.project]
  const [row] = await sqlOf(db).rows<Ends>(sql, [id])
  return row as Ends
}
