// @ts-check

import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { chromium } from '@playwright/test'
import { startGatehouse } from '../../e2e/server.js'
import { at } from '../listener/setup/paths.js'
import { accessOfCollaborator, accessOfOwner } from './screenshots-of-access.js'
import { keysOfOwner } from './screenshots-of-keys.js'
import { systemChromium } from './stages/browser.js'

// npm run screenshots: the pictures of docs/screenshots, taken from the demo. Look at them beside screens/.
const PORT = 3170
const url = `http://localhost:${PORT}`
const folder = at('docs/screenshots')
const data = mkdtempSync(join(tmpdir(), 'gatehouse-screenshots-'))
const people = `name,email,role
Kofi Mensah,kofi.mensah@halden.example,collaborator
Lena Vogt,lena.vogt@brightwell-consulting.example,owner
Priyanka Venkataraghavan,priyanka.venkataraghavan@halden.example,collaborator
J. Kowalczyk,j.kowalczyk@halden,collaborator
Kofi Mensah,kofi.mensah@halden.example,collaborator
`
const wide = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }

const server = spawn(process.execPath, [at('lib/listener/demo.js')], {
  cwd: at(),
  env: { ...process.env, PORT: String(PORT), DATA_DIR: data, LOG_LEVEL: 'fatal' },
  stdio: 'inherit',
})
try {
  await ready()
  mkdirSync(folder, { recursive: true })
  await take()
} finally {
  server.kill('SIGTERM')
  rmSync(data, { recursive: true, force: true })
}

async function ready() {
  for (let tries = 0; tries < 240; tries++) {
    if ((await fetch(`${url}/api/ready`).catch(() => null))?.ok) return
    await wait(1_000)
  }
  throw new Error('The demo was not ready in four minutes.')
}

async function take() {
  const executablePath = systemChromium()
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking']
  const browser = await chromium.launch({ executablePath, args })
  const signedOut = await open(browser, wide)
  await shoot(signedOut, 'sign-in', '/sign-in')
  const owner = await signIn(browser, 'owner')
  const collaborator = await signIn(browser, 'collaborator')
  const pages = /** @type {const} */ ([
    ['overview', '/overview'],
    ['users', '/users'],
    ['invite', '/users?invite=1'],
    ['pending', '/users/pending'],
    ['api-keys', '/api-keys'],
    ['audit-log', '/audit-log'],
    ['settings', '/settings/general'],
    ['authentication', '/settings/general/authentication'],
    ['account', '/account'],
    ['sessions', '/account/sessions'],
  ])
  for (const [suffix, size, colorScheme] of /** @type {const} */ ([
    ['', wide, 'light'],
    ['-dark', wide, 'dark'],
    ['-mobile', phone, 'light'],
    ['-mobile-dark', phone, 'dark'],
  ])) {
    const page = await open(browser, size, colorScheme, owner)
    for (const [name, path] of pages) await shoot(page, `${name}${suffix}`, path)
    await inDialogs(page, suffix)
    await inLists(page, suffix)
    await accessOfOwner(cameraOf(page, suffix))
    await keysOfOwner(cameraOf(page, suffix))
    await page.context().close()
    const theirs = await open(browser, size, colorScheme, collaborator)
    await accessOfCollaborator(cameraOf(theirs, suffix))
    await theirs.context().close()
  }
  await shoot(await open(browser, wide), 'api-reference', '/api/v2/docs')
  await joining(browser, owner)
  const page = await open(browser, wide, 'light', collaborator)
  await shoot(page, 'not-allowed', '/users')
  await newKey(page)
  await setUp(await open(browser, wide))
  await browser.close()
}

/** @param {import('@playwright/test').Page} page @param {string} suffix */
async function inDialogs(page, suffix) {
  for (const [name, entry] of /** @type {const} */ ([
    ['manage-access', /Manage access/],
    ['suspend', /^Suspend/],
  ])) {
    const said = name === 'manage-access' ? 'What changes' : 'Ends at once'
    await page.goto(`${url}/users?q=${name === 'manage-access' ? 'tom li' : 'priyanka'}`)
    await page.waitForLoadState('networkidle')
    await page
      .getByRole('button', { name: /^Actions for/ })
      .first()
      .click()
    await page.getByRole('menuitem', { name: entry }).click()
    await page.locator('[role=dialog], [role=alertdialog]').waitFor()
    if (name === 'manage-access') {
      await page.getByRole('radio', { name: 'Owner' }).click()
      await page.getByRole('checkbox', { name: 'Image reader', exact: true }).click()
    }
    await page.getByText(said, { exact: true }).first().waitFor()
    await picture(page, `${name}${suffix}`)
  }
}

/** What opens from a list. @param {import('@playwright/test').Page} page @param {string} suffix */
async function inLists(page, suffix) {
  const row = page.locator('[data-row]:visible')
  await page.goto(`${url}/users?q=priyanka`)
  await row.first().press('Enter')
  await page.getByRole('heading', { name: 'Sessions' }).waitFor()
  await picture(page, `person${suffix}`)
  await page.goto(`${url}/audit-log?events=member.role_changed`)
  await row.first().press('Enter')
  await page.getByRole('dialog').waitFor()
  await picture(page, `audit-event${suffix}`)
  if (suffix.includes('mobile')) return
  await page.goto(`${url}/users`)
  for (const index of [1, 2, 4]) await row.nth(index).press('x')
  await picture(page, `bulk${suffix}`)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: /^Search pages/ }).waitFor()
  await page.keyboard.type('priya')
  await page
    .getByRole('option', { name: /Priyanka/ })
    .first()
    .waitFor()
  await picture(page, `palette${suffix}`)
  await page.goto(`${url}/users?import=1`)
  await page.locator('input[type=file]').setInputFiles({
    name: 'people.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(people),
  })
  await page.getByRole('button', { name: /^(Make|Send) \d+/ }).waitFor()
  await picture(page, `import${suffix}`)
}

/** Invites somebody, shows the links, and opens one as the invited person. @param {import('@playwright/test').Browser} browser @param {State} owner */
async function joining(browser, owner) {
  const page = await open(browser, wide, 'light', owner)
  await page.goto(`${url}/users?invite=1`)
  const field = page.getByRole('textbox', { name: 'Email addresses' })
  await field.fill(
    'kofi.mensah@halden.example, Lena Vogt <lena.vogt@brightwell-consulting.example>, j.kowalczyk@halden,',
  )
  await page.getByText('already has an invitation').waitFor()
  await picture(page, 'invite-filled')
  await page.getByRole('button', { name: /^Make \d+ link/ }).click()
  await page.getByText('These links are shown once').waitFor()
  await picture(page, 'invite-result')
  const link = await page
    .getByRole('textbox')
    .first()
    .inputValue()
    .catch(() => null)
  if (!link) return
  for (const [suffix, size] of /** @type {const} */ ([
    ['', wide],
    ['-mobile', phone],
  ])) {
    await shoot(
      await open(browser, size),
      `register${suffix}`,
      link.replace(/^https?:\/\/[^/]+/, ''),
    )
  }
}

/** @param {import('@playwright/test').Page} page */
async function newKey(page) {
  await page.goto(`${url}/api-keys?create=1`)
  await page.getByRole('dialog').getByLabel('Name').fill('robot-bench')
  await page.getByRole('dialog').getByRole('button', { name: 'Create key' }).click()
  await page.getByText('Copy the key for robot-bench now').waitFor()
  await picture(page, 'key-once')
}

/** A server that nobody has set up. @param {import('@playwright/test').Page} page */
async function setUp(page) {
  const fresh = await startGatehouse({ port: PORT + 1, dataDir: join(data, 'fresh') })
  await page.goto(fresh.setupUrl ?? fresh.url)
  await picture(page, 'set-up')
  await fresh.stop()
}

/** @typedef {Awaited<ReturnType<import('@playwright/test').BrowserContext['storageState']>>} State */

/**
 * @param {import('@playwright/test').Browser} browser @param {{ width: number, height: number }} viewport
 * @param {'light' | 'dark'} [colorScheme] @param {State} [storageState]
 */
async function open(browser, viewport, colorScheme = 'light', storageState) {
  const here = { timezoneId: 'UTC', locale: 'en-GB' }
  const reducedMotion = /** @type {const} */ ('reduce')
  const options = { viewport, colorScheme, reducedMotion, storageState, ...here }
  return (await browser.newContext(options)).newPage()
}

/** @param {import('@playwright/test').Page} page @param {string} name @param {string} path */
async function shoot(page, name, path) {
  await page.goto(url + path)
  await picture(page, name)
}

/** The page as it stands, once nothing loads or moves and no button is under the mouse. @param {import('@playwright/test').Page} page @param {string} name */
async function picture(page, name) {
  await page.mouse.move(0, 0)
  await page.waitForLoadState('networkidle')
  await wait(300) // what was read is drawn
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map((a) => a.finished)))
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' })
}

/** @param {import('@playwright/test').Page} page @param {string} suffix */
function cameraOf(page, suffix) {
  const here = (/** @type {string} */ name) => picture(page, `${name}${suffix}`)
  return { page, url, suffix, picture: here }
}

/** @param {import('@playwright/test').Browser} browser @param {'owner' | 'collaborator'} who */
async function signIn(browser, who) {
  const accounts = JSON.parse(readFileSync(join(data, 'demo/data/sign-in.json'), 'utf8'))
  const page = await open(browser, wide)
  await page.goto(`${url}/sign-in`)
  await page.getByLabel('Email').fill(accounts[who].email)
  await page.getByLabel('Password', { exact: true }).fill(accounts[who].password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL((now) => !now.pathname.startsWith('/sign-in'))
  return page.context().storageState()
}
