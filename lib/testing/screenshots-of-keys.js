// @ts-check

/** @typedef {import('./screenshots-of-access.js').Camera} Camera */

const accounts = [
  ['robot-bench', 'Runs the grasp benchmark every night', 'collaborator'],
  ['ci-deploy', 'Deploys services from the main branch', 'owner'],
  ['metrics-export', '', null],
]

/** Accounts of programs in the demo, with roles and keys in use. @param {string} url @param {string} key of an owner */
export async function makeAccounts(url, key) {
  const ask = async (/** @type {string} */ path, /** @type {object} */ body, by = key) => {
    const headers = { authorization: `Bearer ${by}`, 'content-type': 'application/json' }
    const sent = body && { method: 'POST', body: JSON.stringify(body) }
    const answer = await fetch(url + path, { headers, ...sent })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return answer.json()
  }
  const cloud = (await ask('/api/v2/clouds/', /** @type {any} */ (null))).results[0].id
  for (const [name, description, role] of accounts) {
    const made = (await ask('/api/gatehouse/v1/service-accounts/', { name, description })).result
    if (!role) continue
    const grants = [{ identity_id: made.id, role }]
    await ask(`/api/gatehouse/v1/clouds/${cloud}/bindings/`, { grants })
    const wanted = { duration: 60 * 86_400, user_id: made.user_id, name: `${name} key` }
    const own = (await ask('/api/v2/users/create_api_key', wanted)).result.server_session_id
    for (let times = 0; times < 12; times++)
      await ask('/api/v2/userinfo/', /** @type {any} */ (null), own)
  }
}

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
