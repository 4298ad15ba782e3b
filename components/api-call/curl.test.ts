import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { type ApiCall, curlOf } from './curl'

const origin = 'https://iam.halden.example'

/** What curl would be given, as a real shell reads the command. */
function argumentsOf(call: ApiCall): string[] {
  const script = `GATEHOUSE_KEY=agh_k\ncurl() { for a in "$@"; do printf '%s\\0' "$a"; done; }\n${curlOf(call, origin)}`
  const out = execFileSync('sh', ['-c', script])
  return out.toString().split('\0').slice(0, -1)
}

test('a read', () => {
  const call: ApiCall = { method: 'GET', path: '/api/v2/userinfo/' }
  expect(curlOf(call, origin)).toBe(
    `curl -H "Authorization: Bearer $GATEHOUSE_KEY" \\\n  'https://iam.halden.example/api/v2/userinfo/'`,
  )
})

test.each([
  `o'neill+$HOME@halden.example`,
  'a b&c=d?#[1-3]{x}%',
  '"$(id)" `id` \\ !! ~',
  'Ærø 渡辺\n',
])('a search for %j arrives whole', (email) => {
  const [, header, url] = argumentsOf({
    method: 'GET',
    path: '/api/v2/organization_collaborators/',
    query: { email, name: '', count: undefined },
  })
  expect(header).toBe('Authorization: Bearer agh_k')
  expect([...new URL(url as string).searchParams]).toEqual([['email', email]])
})

test.each([`o'neill "x" $HOME @ \`id\` \\'`, '@/etc/passwd'])('so does a body with %j', (name) => {
  const sent = argumentsOf({ method: 'POST', path: '/api/v2/x', body: { name } })
  expect(sent.slice(0, 2)).toEqual(['-X', 'POST'])
  expect(JSON.parse(sent[sent.indexOf('--data-raw') + 1] as string)).toEqual({ name })
  expect(sent.at(-1)).toBe(`${origin}/api/v2/x`)
})
