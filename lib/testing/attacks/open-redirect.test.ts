import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { encode } from 'next-auth/jwt'
import { isValidElement, type ReactNode } from 'react'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { cookieNames } from '@/lib/platform/auth/cookies'
import { tokenSecret } from '@/lib/platform/auth/token-secret'
import { makeOrganization } from '../people'
import { pages } from './pages'

/** What Next would give a page of this request. */
const request = vi.hoisted(() => ({ cookie: '' }))
vi.mock('next/headers', () => ({
  headers: async () => new Headers({ cookie: request.cookie }),
  cookies: async () => ({ get: () => undefined, set: () => {} }),
}))

let signedIn = ''
let organizationId = ''
beforeAll(async () => {
  const { owner } = await makeOrganization()
  organizationId = owner.organizationId
  const token = { sid: owner.caller.sessionId }
  signedIn = `${cookieNames.session()}=${await encode({ token, secret: tokenSecret() })}`
})

const astray = [
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  'javascript:alert("evil.example")',
  '/.//evil.example',
  'https:evil.example/users',
]
/** Under whichever name a page might take the way back. */
const names = ['to', 'callbackUrl', 'next', 'returnTo', 'return', 'redirect', 'url', 'from']

/** All that a page hands to its parts, or where it sends the browser. */
async function shownBy(file: string, searchParams: Record<string, string>): Promise<string> {
  const { default: Page } = await import(resolve(file))
  const params = new Proxy({}, { get: (_, key) => (key === 'then' ? undefined : 'x') })
  try {
    const element = await Page({
      searchParams: Promise.resolve(searchParams),
      params: Promise.resolve(params),
    })
    return texts(element).join('\n')
  } catch (error) {
    return String((error as { digest?: string }).digest ?? error)
  }
}

function texts(node: ReactNode | object): string[] {
  if (typeof node === 'string') return [node]
  if (typeof node !== 'object' || node === null) return []
  if (isValidElement(node)) return texts(node.props as object)
  return Object.values(node).flatMap((value) => texts(value as ReactNode))
}

describe.each(pages)('$file', ({ file }) => {
  test('leads to no other site, whoever asks', async () => {
    for (const cookie of ['', signedIn]) {
      request.cookie = cookie
      for (const wanted of astray) {
        const given = Object.fromEntries(names.map((name) => [name, wanted]))
        const there = await shownBy(file, { ...given, organizationId })
        expect(there, `${wanted} ${cookie && 'signed in'}`).not.toContain('evil')
        expect(await shownBy(file, given), `${wanted} ${cookie && 'signed in'}`).not.toContain(
          'evil',
        )
      }
    }
  }, 60_000)
})

/** The other half: a page of this console is kept, where a page takes a way back at all. */
const returning = pages.filter(({ file }) => readFileSync(file, 'utf8').includes('parseReturnPath'))

describe.each(returning)('$file', ({ file }) => {
  test('leads back to where one was', async () => {
    request.cookie = signedIn
    const found = [await shownBy(file, { to: '/users/pending?state=expired', organizationId })]
    request.cookie = ''
    found.push(await shownBy(file, { to: '/users/pending?state=expired', organizationId }))
    // As it is, or within the address of a step before it.
    expect(decodeURIComponent(found.join('\n'))).toContain('/users/pending?state=expired')
  })
})

test('the page that signs in is among them', () => {
  expect(pages.map(({ file }) => file)).toContain('app/(auth)/sign-in/page.tsx')
})
