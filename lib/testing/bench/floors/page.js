// @ts-check
import { createServer } from 'node:http'
import pg from 'pg'

// F1: the same page out of the same table by one named statement, on a bare server: nobody is authenticated or confined.
// Each with the plan that is best for it: the page reads its index in order, whatever the planner thinks of an unknown organization.
const connect = (/** @type {string} */ options) =>
  new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10, options })
const inOrder = connect('-c enable_seqscan=off -c enable_bitmapscan=off -c enable_sort=off')
const custom = connect('-c plan_cache_mode=force_custom_plan')
const columns = 'id, user_id, name, email, role, created_at, kind, sort_key'
const page = {
  name: 'page',
  text: `SELECT ${columns}, (SELECT people FROM organization_counter WHERE organization_id = $1) AS total
    FROM membership WHERE organization_id = $1 AND ended_at IS NULL AND kind = 'person'
    ORDER BY sort_key, id LIMIT 51`,
}
const search = {
  name: 'search',
  text: `SELECT ${columns} FROM membership
    WHERE organization_id = $1 AND ended_at IS NULL AND kind = 'person'
      AND searchable LIKE $2 AND email COLLATE "C" LIKE $2
    ORDER BY email COLLATE "C", id LIMIT 51`,
}

createServer(async (req, res) => {
  const url = new URL(req.url ?? '/', 'http://localhost')
  const organization = url.searchParams.get('organization')
  if (organization === null) return void res.end('{}')
  const part = url.searchParams.get('email')
  const { rows } = await (part === null
    ? inOrder.query({ ...page, values: [organization] })
    : custom.query({ ...search, values: [organization, `%${part}%`] }))
  const shown = rows.slice(0, 50)
  const last = rows.length > 50 ? shown[49] : null
  const body = JSON.stringify({
    results: shown.map((row) => ({
      id: row.id,
      user_id: row.user_id,
      name: row.name,
      full_name: row.name,
      email: row.email,
      permission_level: row.role,
      base_role: row.role,
      additional_roles: [],
      created_at: row.created_at.toISOString().replace('Z', '000+00:00'),
      is_service_account: row.kind === 'service_account',
    })),
    metadata: {
      total: rows[0]?.total ?? rows.length,
      next_paging_token:
        last && Buffer.from(JSON.stringify([last.sort_key, last.id])).toString('base64url'),
    },
  })
  res.setHeader('content-type', 'application/json')
  res.setHeader('content-length', Buffer.byteLength(body))
  res.end(body)
}).listen(Number(process.env.PORT))
