import { mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startGatehouse } from './server'
import { expectNoAxeFaults, expectToFit, sizes } from './support/checks'
import { expect, test } from './support/fixtures'
import { authSecret, freePort, installations, logFileOf } from './support/installations'

test('terms stand before everything, once', async ({ page }) => {
  const dataDir = mkdtempSync(join(installations().home, 'terms-'))
  const TERMS_FILE = join(dataDir, 'terms.md')
  const write = (version: number) =>
    writeFileSync(
      TERMS_FILE,
      `---\nversion: ${version}\n---\n# House rules\n\nBe **kind**, v${version}.\n`,
    )
  write(1)
  const port = await freePort(3165)
  const env = { DATABASE_URL: '', SMTP_URL: '', MAIL_FROM: '', AUTH_SECRET: authSecret, TERMS_FILE }
  const start = () => startGatehouse({ port, dataDir, env, logFile: logFileOf(port) })
  let server = await start()
  const at = (path: string) => `${server.url}${path}`
  const heading = page.getByRole('heading', { name: 'Before you go on' })
  try {
    await page.goto(server.setupUrl as string)
    await page.getByLabel('Organization name').fill('Halden Robotics')
    await page.getByLabel('Your name').fill('Ingrid Solheim')
    await page.getByLabel('Email').fill('ingrid@halden.example')
    await page.getByLabel('Password', { exact: true }).fill('velvet harbour quiet ladder')
    await page.getByRole('button', { name: /^Create|^Set up|^Make/ }).click()
    await expect(heading).toBeVisible()
    await expectNoAxeFaults(page, 'terms to accept')
    await expectToFit(page, 'terms to accept', sizes.narrow)
    for (const path of ['/users', '/account', '/api-keys', '/settings/general']) {
      await page.goto(at(path))
      await expect(heading).toBeVisible()
    }
    await page.getByRole('button', { name: 'Accept and go on' }).click()
    await expect(page).toHaveURL(at('/settings/general'))

    // A new version asks again, and leads on to where one was going.
    write(2)
    await page.goto('about:blank') // an open page would go to the terms by itself, just when it is told to go elsewhere
    await server.stop()
    server = await start()
    await page.goto(at('/audit-log'))
    await expect(page.getByText('Be kind, v2.')).toBeVisible()
    await page.getByRole('button', { name: 'Accept and go on' }).click()
    await expect(page.getByText('accepted House rules, version 2')).toBeVisible()
  } finally {
    await server.stop()
  }
})
