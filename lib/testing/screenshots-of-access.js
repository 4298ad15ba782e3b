// @ts-check

/**
 * @typedef {import('@playwright/test').Page} Page
 * @typedef {{ page: Page, url: string, suffix: string, picture: (name: string) => Promise<void> }} Camera
 */

/** What is worth keeping in which window; all of it in the wide and light one. @type {Record<string, string[]>} */
const kept = {
  '-dark': ['cloud-roles', 'person-access', 'who-can', 'remove', 'my-access'],
  '-mobile': ['cloud', 'person-access', 'who-can', 'roles', 'remove', 'my-access'],
  '-mobile-dark': ['person-access', 'remove', 'my-access'],
}
const isKept = (/** @type {string} */ suffix, /** @type {string} */ name) =>
  kept[suffix]?.includes(name) ?? true

/** Clouds, projects, somebody's tree, and the three questions, as an owner. @param {Camera} camera */
export async function accessOfOwner({ page, url, suffix, picture: take }) {
  const picture = async (/** @type {string} */ name) => {
    if (isKept(suffix, name)) await take(name)
  }
  const shoot = async (/** @type {string} */ name, /** @type {string} */ path) => {
    await page.goto(url + path)
    await picture(name)
  }
  for (const name of ['clouds', 'projects', 'roles']) await shoot(name, `/${name}`)
  const ids = /** @type {Record<string, string>} */ ({})
  for (const [name, list, thing] of /** @type {const} */ ([
    ['cloud', '/clouds', 'prod-us-west-2'],
    ['cloud-roles', '/clouds', 'research-gcp'],
    ['project', '/projects', 'grasp-policy-rl'],
  ])) {
    await page.goto(url + list)
    await page.locator('[data-row]:visible').filter({ hasText: thing }).first().press('Enter')
    await page.waitForURL(/\/access$/)
    await page.getByRole('heading', { name: thing }).waitFor()
    await page.waitForLoadState('networkidle')
    ids[name] = new URL(page.url()).pathname.split('/')[2] ?? ''
    if (name === 'cloud-roles') {
      if (suffix.includes('mobile')) continue
      await page
        .getByRole('button', { name: /, role of / })
        .first()
        .click()
      await page.getByRole('menu').waitFor()
    }
    await picture(name)
  }
  await page.goto(`${url}/users?q=priyanka`)
  await page.locator('[data-row]:visible').first().press('Enter')
  const line = page.locator('[data-tree-row]').filter({ hasText: 'grasp-policy-rl' })
  await line.click()
  await page.getByText('because').waitFor()
  await picture('person-access')
  const who = new URL(page.url()).pathname.split('/')[2]
  const asked = `permission=workload.run&on=${ids.project}`
  await shoot('who-can', `/access/who-can?${asked}${suffix.includes('mobile') ? '' : `&of=${who}`}`)
  await shoot('what-can', `/access/what-can?who=${who}`)
  await shoot('why', `/access/why?who=${who}&${asked}`)
  await page.goto(`${url}/users/${who}?remove=${who}`)
  await page.getByText('Needs a new owner').waitFor()
  await page
    .getByRole('button', { name: /^New owner of/ })
    .first()
    .click()
  await page.getByRole('option').nth(1).click()
  await picture('remove')
}

/** What a collaborator sees of their own, with one line opened. @param {Camera} camera */
export async function accessOfCollaborator({ page, url, picture }) {
  await page.goto(`${url}/my-access`)
  await page.locator('[data-tree-row]').filter({ hasText: 'grasp-policy-rl' }).click()
  await page.getByText('because').waitFor()
  await picture('my-access')
}
