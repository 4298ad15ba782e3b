import type { Page } from '@playwright/test'
import axe, { type RunOptions } from 'axe-core'

declare global {
  interface Window {
    axe?: typeof axe
  }
}

type Asked = {
  only?: readonly string[]
  without?: readonly string[]
  /** Selectors of what is not looked at. */
  except?: readonly string[]
}

/** What axe finds on the page as it stands, in words: all rules that it has on, `only` some, or all `without` some. */
export async function axeFaults(page: Page, asked: Asked = {}): Promise<string[]> {
  const { only, without = [], except = [] } = asked
  // Once a document: half a megabyte of script.
  if (await page.evaluate(() => window.axe === undefined)) await page.evaluate(axe.source)
  const options: RunOptions = {
    resultTypes: ['violations'],
    ...(only && { runOnly: { type: 'rule', values: [...only] } }),
    rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])),
  }
  const run = { context: { exclude: [...except] }, options }
  return page.evaluate(async ({ context, options }) => {
    const found = await (window.axe as typeof axe).run(context, options)
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) =>
          `${id}: ${target.join(' ')} ${failureSummary?.split('\n')[1] ?? ''}`,
      ),
    )
  }, run)
}
