import { expect, test } from './support/fixtures'
import { callApi } from './support/network'
import { expectRow, expectToast, rowAction } from './support/words'

const people = '/api/v2/organization_collaborators'

/** What the second owner does meanwhile, by the API. */
const meanwhile = test.extend<{
  api: (method: string, path: string, body?: unknown) => Promise<void>
}>({
  api: async ({ world, organization, baseURL }, use) => {
    const key = await world.key(organization.secondOwner)
    await use((method, path, body) => callApi(baseURL as string, key, method, path, body))
  },
})

meanwhile.beforeEach(({ page, organization, signIn }) => signIn(page, organization.owner))

meanwhile(
  'a role that somebody else changed first: both values, and the choice',
  async ({ page, organization, api, world }) => {
    const { collaborator } = organization
    await page.goto(`/users?manage=${collaborator.id}`)
    const drawer = page.getByRole('dialog', { name: 'Manage access' })
    await drawer.getByRole('radio', { name: /^Owner/ }).click()
    await api('PUT', `${people}/${collaborator.id}`, { permission_level: 'owner' })
    await api('PUT', `${people}/${collaborator.id}`, { permission_level: 'collaborator' })
    await drawer.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(drawer.getByText('Somebody else changed this first')).toBeVisible()
    await expect(drawer.getByText('theirs Collaborator')).toBeVisible()
    await expect(drawer.getByText('yours Owner')).toBeVisible()
    await drawer.getByRole('button', { name: 'Save mine' }).click()
    await expectToast(page, 'an owner')
    const [row] = await world.memberships(organization.id, collaborator.email)
    expect(row?.role).toBe('owner')
  },
)

meanwhile(
  'somebody who was removed meanwhile: managed, removed, signed out',
  async ({ page, organization, api, world }) => {
    const { collaborator, id } = organization
    const [second, third] = [
      await world.member(id, { name: 'Tove Second' }),
      await world.member(id, { name: 'Ulf Third' }),
    ]
    await page.goto('/users')
    const users = page.getByRole('table', { name: 'Users' })
    const row = (name: string) => users.getByRole('row', { name })

    await rowAction(page, collaborator.name, 'Manage access…')
    const drawer = page.getByRole('dialog', { name: 'Manage access' })
    await drawer.getByRole('radio', { name: /^Owner/ }).click()
    await expect(drawer.getByRole('button', { name: 'Save', exact: true })).toBeVisible()
    await api('DELETE', `${people}/${collaborator.id}`)
    await drawer.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(drawer.getByRole('alert')).toContainText('There is no such member')
    await page.keyboard.press('Escape')
    await expect(drawer).toHaveCount(0)
    await expect(row(collaborator.name)).toHaveCount(0)
    // Whoever opened it is gone: the focus is on the page, not nowhere.
    await expect(page.locator('main')).toBeFocused()

    await rowAction(page, second.name, 'Remove from organization…')
    const dialog = page.getByRole('alertdialog')
    const remove = dialog.getByRole('button', { name: /^Remove / })
    await expect(remove).toBeVisible()
    await api('DELETE', `${people}/${second.id}`)
    await remove.click()
    await expect(dialog.getByRole('alert')).toContainText('There is no such member')
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await expect(row(second.name)).toHaveCount(0)

    await rowAction(page, third.name, 'Sign out everywhere')
    await api('DELETE', `${people}/${third.id}`)
    await dialog.getByRole('button', { name: 'Sign out everywhere' }).click()
    await expect(dialog.getByRole('alert')).toContainText('There is no such member')
  },
)

meanwhile(
  'the page of somebody who is removed says so, by whom, and keeps what is history',
  async ({ page, organization, api }) => {
    const { collaborator } = organization
    await page.goto(`/users/${collaborator.id}`)
    await expect(page.getByRole('button', { name: 'Manage access' })).toBeVisible()
    await page.getByRole('button', { name: 'Manage access' }).click()
    const drawer = page.getByRole('dialog', { name: 'Manage access' })
    await drawer.getByRole('radio', { name: /^Owner/ }).click()
    await expect(drawer.getByRole('button', { name: 'Save', exact: true })).toBeVisible()
    await api('DELETE', `${people}/${collaborator.id}`)
    await drawer.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(page.getByText('Removed', { exact: true }).first()).toBeVisible()
    await expect(page.getByRole('button', { name: 'Manage access' })).toHaveCount(0)
  },
)

meanwhile(
  'many of whom some are gone: each has its result',
  async ({ page, organization, api, world }) => {
    const { collaborator, id } = organization
    const stays = await world.member(id, { name: 'Tove Still There' })
    await page.goto('/users')
    for (const { name } of [collaborator, stays]) {
      await page.getByRole('checkbox', { name: `Select ${name}` }).click()
    }
    await page
      .getByRole('region', { name: 'Selection' })
      .getByRole('button', { name: /^Remove/ })
      .click()
    const dialog = page.getByRole('alertdialog').or(page.getByRole('dialog'))
    await expect(dialog.getByRole('button', { name: /^Remove 2/ })).toBeVisible()
    await api('DELETE', `${people}/${collaborator.id}`)
    await dialog.getByRole('button', { name: /^Remove 2/ }).click()
    await expect(page.getByText('Removed 1 person.').first()).toBeVisible()
    await expect
      .poll(async () => (await world.memberships(id, stays.email))[0]?.endedAt)
      .not.toBeNull()
  },
)

meanwhile(
  'an invitation for somebody who is a member by now is told at the address',
  async ({ page, organization, world }) => {
    await page.goto('/users?invite=1')
    const form = page.getByRole('dialog', { name: 'Invite people' })
    await form.getByLabel('Email addresses').fill('quick@partner.example, other@partner.example,')
    await expect(form.getByRole('button', { name: 'Make 2 links' })).toBeVisible()
    await world.member(organization.id, { email: 'quick@partner.example' })
    await form.getByRole('button', { name: 'Make 2 links' }).click()
    const result = page.getByRole('dialog', { name: '1 invitation made, 1 address left out' })
    await expect(result.getByText(/already a member/)).toBeVisible()
  },
)

meanwhile('a key that was revoked elsewhere meanwhile', async ({ page, context }) => {
  await page.goto('/api-keys?create=1')
  const form = page.getByRole('dialog', { name: 'Create an API key' })
  await form.getByLabel('Name').fill('bench')
  await form.getByRole('button', { name: 'Create key' }).click()
  await page.getByRole('checkbox', { name: 'I have stored the key' }).click()
  await page.getByRole('button', { name: 'Done' }).click()
  const other = await context.newPage()
  await other.goto('/api-keys')
  for (const tab of [page, other]) await rowAction(tab, 'bench', 'Revoke…')
  await other.getByRole('button', { name: 'Revoke key' }).click()
  await expectToast(other, 'Revoked bench')
  await page.getByRole('button', { name: 'Revoke key' }).click()
  await expectToast(page, /had ended before|Revoked/)
  await expect(page.getByRole('row', { name: 'bench' })).toHaveCount(0)
})

meanwhile.describe('a fault of the server', () => {
  const fault = {
    type: '/problems/internal',
    title: 'Something went wrong',
    status: 500,
    code: 'internal',
    detail: 'The server answered with an error. Nothing was changed.',
    request_id: 'req_e2e0123456789',
  }

  meanwhile(
    'in a list, a drawer: the request id, and Try again',
    async ({ page, organization }) => {
      const { collaborator } = organization
      await page.goto('/users')
      let broken = true
      await page.route(/\/api\/console\/(member\.list|member\.get)/, (route) =>
        broken
          ? route.fulfill({ status: 500, contentType: 'application/problem+json', json: fault })
          : route.fallback(),
      )
      // The drawer fails alone; the page below it stays.
      await page.goto(`/users/${collaborator.id}`)
      await page.goto('/audit-log')
      await page
        .getByRole('navigation', { name: 'Main' })
        .getByRole('link', { name: /^Users/ })
        .click()
      await expectRow(page.getByRole('table', { name: 'Users' }), { Name: collaborator.name })
      await page.getByRole('searchbox', { name: 'Search name or email' }).fill('nobody-yet')
      const failed = page.getByRole('alert').filter({ hasText: 'The list could not be loaded' })
      // Two tries more, in the browser, before it gives up.
      await expect(failed).toBeVisible({ timeout: 20_000 })
      await expect(failed).toContainText('req_e2e0123456789')
      broken = false
      await failed.getByRole('button', { name: 'Try again' }).click()
      await expect(page.getByRole('heading', { name: 'No one matches' })).toBeVisible()
    },
  )

  meanwhile(
    'in a form: what happened with the request id, the text kept, and a second try',
    async ({ page }) => {
      await page.goto('/settings/general')
      const name = page.getByLabel('Name', { exact: true })
      await name.fill('Twice Ltd')
      const large = {
        ...fault,
        status: 413,
        code: 'payload_too_large',
        title: 'The body is too large',
      }
      const answers = [
        // What our listener says to an action (lib/listener/answer.js).
        { status: 500, contentType: 'text/plain', body: JSON.stringify(fault) },
        { status: 413, contentType: 'text/plain', body: JSON.stringify(large) },
        // A server between answers with a page of its own.
        { status: 502, contentType: 'text/html', body: '<h1>Bad gateway</h1>' },
      ]
      await page.route('**/settings/general', (route) => {
        const answer = route.request().method() === 'POST' && answers.shift()
        return answer ? route.fulfill(answer) : route.fallback()
      })
      const save = page.getByRole('button', { name: 'Save', exact: true })
      const said = page.getByRole('main').getByRole('alert')
      for (const words of [
        'req_e2e0123456789',
        'The body is too large',
        'Check whether it took effect',
      ]) {
        await save.click()
        await expect(said).toContainText(words)
        await expect(name).toHaveValue('Twice Ltd')
      }
      await save.click()
      await expectToast(page, 'Twice Ltd')
    },
  )

  meanwhile(
    'code that cannot be loaded: of a dialog it is said and tried on, of a page it is loaded anew',
    async ({ page, faults }) => {
      await page.goto('/my-access')
      await expect(page.getByRole('heading', { name: 'My access' })).toBeVisible()
      let loads = 0
      page.on('load', () => {
        loads += 1
      })
      let broken = true
      await page.route(/_next\/static\/chunks\//, (route) =>
        broken ? route.abort() : route.fallback(),
      )
      await page.keyboard.press('ControlOrMeta+k')
      const said = page.getByText('A part of this page could not be loaded')
      await expect(said).toBeVisible()
      broken = false
      await expect(page.getByRole('combobox')).toBeVisible({ timeout: 15_000 })
      await expect(said).toHaveCount(0)
      await page.keyboard.press('Escape')
      expect(loads).toBe(0)

      // As after a deploy: the scripts of the other page are no longer there, and a fresh page knows the new ones.
      await page.unrouteAll()
      await page.route(/_next\/static\/chunks\//, (route) =>
        loads === 0 ? route.fulfill({ status: 404, body: '' }) : route.fallback(),
      )
      await page.getByRole('link', { name: 'Audit log' }).click()
      await expect(page.getByRole('heading', { name: 'Audit log', level: 1 })).toBeVisible()
      await expect(page.getByRole('table', { name: 'Audit log' })).toBeAttached()
      await expect(page).toHaveURL('/audit-log')
      // What the browser says of scripts that are missing, and nothing else.
      expect(faults.splice(0).filter((fault) => !/ChunkLoadError/.test(fault))).toEqual([])
    },
  )

  meanwhile('too many tries, and too much at once', async ({ page }) => {
    await page.goto('/users')
    const limited = {
      ...fault,
      type: '/problems/rate_limited',
      title: 'Too many tries',
      status: 429,
      code: 'rate_limited',
      detail: 'Too many tries. Again in 42 s.',
      retry_after: 42,
    }
    await page.route(/\/api\/console\/download\//, (route) =>
      route.fulfill({ status: 429, contentType: 'application/problem+json', json: limited }),
    )
    await page.getByRole('button', { name: 'Export' }).click()
    await expectToast(page, 'Too many tries. Again in 42 s.')
  })
})
