// @ts-check

/** @typedef {import('./screenshots-of-access.js').Camera} Camera */

/** Service accounts, everybody's keys, what owners demand of keys. @param {Camera} camera */
export async function keysOfOwner({ page, url, picture }) {
  await page.goto(`${url}/service-accounts`)
  await picture('service-accounts')
  await page.locator('[data-row]:visible').filter({ hasText: 'ci-deploy' }).first().press('Enter')
  await page.getByRole('heading', { name: 'ci-deploy', level: 1 }).waitFor()
  await picture('service-account')
  await page.goto(`${url}/service-accounts?create=1`)
  await page.getByRole('dialog').getByLabel('Name').fill('nightly-train')
  await picture('service-account-create')
  await page.goto(`${url}/api-keys/everybody`)
  await picture('api-keys-everybody')
  await page.goto(`${url}/api-keys?create=1`)
  await page.getByRole('dialog').getByLabel('Name').fill('laptop')
  await picture('api-key-create')
  await page.goto(`${url}/settings/general/authentication`)
  await page.getByLabel('Addresses for API keys').scrollIntoViewIfNeeded()
  await picture('key-policy')
}
