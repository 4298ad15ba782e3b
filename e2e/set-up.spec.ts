import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { startGatehouse } from './server'
import { expectNoAxeFaults, expectToFit, sizes } from './support/checks'
import { expect, test } from './support/fixtures'
import { authSecret, freePort, installations, logFileOf } from './support/installations'
import { expectRow, signOut, submitSignIn } from './support/words'

const owner = {
  name: 'Ingrid Solheim-Bjørnstad',
  email: 'ingrid@halden.example',
  password: 'velvet harbour quiet ladder',
}

test('set-up, by the link of the terminal and by nothing else', async ({ page, otherBrowser }) => {
  const dataDir = mkdtempSync(join(installations().home, 'set-up-'))
  const port = await freePort(3160)
  const env = { DATABASE_URL: '', SMTP_URL: '', MAIL_FROM: '', AUTH_SECRET: authSecret }
  const start = () => startGatehouse({ port, dataDir, env, logFile: logFileOf(port) })
  let server = await start()
  const at = (path: string) => `${server.url}${path}`
  try {
    const link = server.setupUrl as string

    // Whoever comes first without the link gets nothing to fill in.
    const stranger = await otherBrowser()
    for (const path of ['/', '/set-up', '/set-up?token=guessed', '/users', '/sign-in']) {
      await stranger.goto(at(path))
      await expect(stranger.getByText('finds a one-time link in its terminal')).toBeVisible()
      await expect(stranger.getByRole('textbox')).toHaveCount(0)
    }

    await page.goto(link)
    await expectNoAxeFaults(page)
    await expectToFit(page, 'set up', sizes.narrow)
    await page.setViewportSize({ width: 1280, height: 720 })
    await page.getByLabel('Organization name').fill('Halden Robotics')
    await page.getByLabel('Your name').fill(owner.name)
    await page.getByLabel('Email').fill(owner.email)
    await page.getByLabel('Password', { exact: true }).fill(owner.password)
    await page.getByRole('button', { name: 'Set up Gatehouse' }).click()
    await expect(page).toHaveURL(at('/users'))
    const users = page.getByRole('table', { name: 'Users' })
    await expectRow(users, { Name: `${owner.name} You`, 'Organization role': 'Owner' })

    await signOut(page)
    await expect(page).toHaveURL(at('/sign-in'))
    await page.goto(at('/users/pending?state=expired'))
    await expect(page.getByRole('heading', { name: 'Sign in', exact: true })).toBeVisible()
    await submitSignIn(page, { ...owner, password: 'not this one at all' })
    await expect(
      page.getByRole('alert').filter({ hasText: 'Email or password is wrong.' }),
    ).toBeVisible()
    await submitSignIn(page, owner)
    await expect(page).toHaveURL(at('/users/pending?state=expired'))
    await expect(page.getByRole('heading', { name: 'No expired invitations' })).toBeVisible()

    // The link is dead, for the browser that used it and for any other.
    await stranger.goto(link)
    await expect(stranger.getByRole('heading', { name: 'Set up already' })).toBeVisible()
    await expect(stranger.getByRole('textbox')).toHaveCount(0)

    // A new start prints none, and knows everybody still.
    await server.stop()
    server = await start()
    expect(server.setupUrl).toBeNull()
    await page.goto(at('/users'))
    await expectRow(users, { Name: `${owner.name} You` })
  } finally {
    await server.stop()
  }
})
