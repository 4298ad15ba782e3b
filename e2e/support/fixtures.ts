import { setTimeout as wait } from 'node:timers/promises'
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import { comesAlive } from './alive'
import { installations } from './installations'
import { mailsTo } from './mail-server'
import { openWorld } from './open-world'
import { keysIn } from './secret-texts'
import type { Member, Organization, World } from './world'

export type { Member, Organization } from './world'
export { expect }

type Fixtures = {
  /** An organization of its own: owner, secondOwner, collaborator, and a stranger who owns another. */
  organization: Organization
  /** Signs the browser of a page in as somebody, by cookie. */
  signIn: (page: Page, member: Member) => Promise<void>
  /** A page in a browser of its own, signed in when somebody is named. */
  otherBrowser: (member?: Member) => Promise<Page>
  mailbox: {
    /** The newest mail to an address, once it is there, and the link in it. */
    newest: (address: string, count?: number) => Promise<{ text: string; link: string }>
  }
  faults: string[]
}
type WorkerFixtures = { installation: 'plain' | 'mailing'; world: World }

export const test = base.extend<Fixtures, WorkerFixtures>({
  installation: ['plain', { option: true, scope: 'worker' }],
  world: [
    async ({ installation }, use) => {
      const { world, close } = openWorld(installations()[installation])
      await use(world)
      close()
    },
    { scope: 'worker' },
  ],
  baseURL: ({ installation }, use) => use(installations()[installation].url),

  organization: async ({ world }, use) => use(await world.organization()),

  signIn: ({ baseURL }, use) =>
    use((page, member) => page.context().addCookies([sessionCookie(member, baseURL as string)])),

  otherBrowser: async ({ browser, signIn, faults }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (member) => {
      const context = await browser.newContext()
      contexts.push(context)
      watch(context, faults)
      const page = await context.newPage()
      if (member) await signIn(page, member)
      return page
    })
    for (const context of contexts) await context.close()
  },

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
  mailbox: ({}, use) =>
    use({
      newest: async (address, count = 1) => {
        const mails = () => mailsTo(installations().mailbox, address)
        await expect.poll(() => mails().length, `mails to ${address}`).toBe(count)
        const text = mails().at(-1) as string
        return {
          text,
          link: /https?:\/\/[^\s"<>]+(?:invitation|token|link)=[^\s"<>]+/.exec(text)?.[0] ?? '',
        }
      },
    }),

  // A page that breaks its content security policy, throws or renders other than the server did fails its test.
  // So does one that is answered a key or a token by a page or in a refusal.
  faults: [
    async ({ context }, use) => {
      const faults: string[] = []
      watch(context, faults)
      await use(faults)
      await Promise.race([Promise.all(reading), wait(2_000)])
      expect(faults, 'faults in the browser').toEqual([])
    },
    { auto: true },
  ],
})

const sessionCookie = ({ cookie }: Member, url: string) => ({
  ...cookie,
  url,
  httpOnly: true,
  sameSite: 'Lax' as const,
})

/** Bodies on their way; one worker runs one test at a time. */
const reading = new Set<Promise<unknown>>()

function watch(context: BrowserContext, faults: string[]) {
  context.on('response', (response) => {
    if (response.status() < 400 && response.request().resourceType() !== 'document') return
    const read = response
      .text()
      .then((text) => {
        for (const secret of keysIn(text)) faults.push(`${response.url()} answered ${secret}`)
      })
      .catch(() => {}) // a redirect has none, and that of a page that was left is gone
      .finally(() => reading.delete(read))
    reading.add(read)
  })
  context.on('page', comesAlive)
  context.on('weberror', (error) => faults.push(String(error.error())))
  context.on('console', (message) => {
    // The browser's own note on an answer of 400 or more, which a spec looks at itself.
    if (message.type() !== 'error' || message.text().startsWith('Failed to load resource')) return
    faults.push(`${message.page()?.url()} ${message.text()}`)
  })
}
