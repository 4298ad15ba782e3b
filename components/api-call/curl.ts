export type ApiCall = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** From the root: "/api/v2/organization_collaborators/". */
  path: string
  /** Undefined and empty values are left out. */
  query?: Record<string, string | number | undefined>
  /** Sent as JSON. */
  body?: unknown
  /** What the call does other than the page. */
  note?: string
}

/** In single quotes a shell changes nothing; a quote itself stands outside of them. */
const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`

export function pathOf({ path, query = {} }: ApiCall): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '')
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)]))
  return given.length > 0 ? `${path}?${search}` : path
}

/** Ready for any POSIX shell. The key comes from the environment, so that none is ever on the page. */
export function curlOf(call: ApiCall, origin: string): string {
  const method = call.method === 'GET' ? '' : ` -X ${call.method}`
  const lines = [
    `curl${method} -H "Authorization: Bearer $GATEHOUSE_KEY"`,
    ...(call.body === undefined
      ? []
      : [`-H 'Content-Type: application/json'`, `--data-raw ${quoted(JSON.stringify(call.body))}`]),
    quoted(origin + pathOf(call)),
  ]
  return lines.join(' \\\n  ')
}
