import { readFileSync } from 'node:fs'
import { type BrowserContext, expect } from '@playwright/test'
import { logFileOf } from './installations'

export type Body = { what: string; text: string }

/** Keeps whatever this browser is answered. */
export function keep(context: BrowserContext, bodies: Body[]) {
  context.on('response', async (response) => {
    const request = response.request()
    const text = await response.text().catch(() => '')
    bodies.push({ what: `${request.method()} ${response.url()}`, text })
  })
}

/** What the server at that address has printed. */
export const logOf = (url: string): string => readFileSync(logFileOf(new URL(url).port), 'utf8')

/** Waits until that request is in the log, and so all before it. */
export const logged = (url: string, requestId: unknown) =>
  expect.poll(() => logOf(url)).toContain(String(requestId))

type Searched = {
  /** By what they are for. */
  secrets: Map<string, string>
  bodies: readonly Body[]
  rows: readonly string[]
  log: string
}

/** Where each secret stands, in any of the forms that it is written in, but where it is shown on purpose. */
export function foundIn(
  { secrets, bodies, rows, log }: Searched,
  isWhereShown: (name: string, what: string, value: string) => boolean,
): string[] {
  const found: string[] = []
  for (const [name, value] of secrets) {
    expect(value.length, `${name} is long enough to be searched for`).toBeGreaterThanOrEqual(20)
    const forms = [value, encodeURIComponent(value), JSON.stringify(value).slice(1, -1)]
    const holds = (text: string) => forms.some((form) => text.includes(form))
    if (holds(log)) found.push(`${name} in the log`)
    if (rows.some(holds)) found.push(`${name} in the database`)
    for (const { what, text } of bodies) {
      if (holds(text) && !isWhereShown(name, what, value)) found.push(`${name} in ${what}`)
    }
  }
  return found
}
