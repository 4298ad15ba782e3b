import { expect, test } from './support/fixtures'
import { breakActions, countActions, holdActions, holdBack, watchAhead } from './support/network'
import { expectRow, expectToast, submitSignIn } from './support/words'

test.describe('slow', () => {
  test('every list and page shows at once where it will be, and does not jump', async ({
    page,
    organization,
    signIn,
  }) => {
    await signIn(page, organization.owner)
    // Everything that is fetched waits, but what was fetched ahead is there.
    const fetchedAhead = watchAhead(page)
    await page.goto('/my-access')
    await expect(page.getByRole('heading', { name: 'My access' })).toBeVisible()
    await fetchedAhead('/users', '/audit-log', '/api-keys')
    const nav = page.getByRole('navigation', { name: 'Main' })
    for (const [link, title] of [
      ['Users', 'Users'],
      ['Audit log', 'Audit log'],
      ['API keys', 'API keys'],
    ] as const) {
      const release = await holdBack(
        page,
        /_rsc=/,
        (request) => !request.headers()['next-router-prefetch'],
      )
      await nav.getByRole('link', { name: link }).click()
      const heading = page.getByRole('heading', { name: title, level: 1 })
      await expect(heading, link).toBeVisible()
      await expect(page.locator('[aria-busy=true]').first(), link).toBeVisible()
      const before = await heading.boundingBox()
      release()
      await expect(page.locator('[aria-busy=true]'), link).toHaveCount(0)
      await expect(heading).toBeVisible()
      expect(await heading.boundingBox(), link).toEqual(before)
    }
  })

  test('a page that is not there yet is announced: a person, out of the list', async ({
    page,
    organization,
    signIn,
  }) => {
    const { name } = organization.collaborator
    await signIn(page, organization.owner)
    await page.goto('/users')
    const release = await holdBack(page, /\/users\/ide_.*_rsc=/)
    await page.getByRole('link', { name }).click()
    await expect(page.getByText('Loading…')).toHaveCount(1)
    await expectRow(page.getByRole('table', { name: 'Users' }), { Name: name })
    release()
    await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
    await expect(page.getByText('Loading…')).toHaveCount(0)
  })

  test('a form that is sent twice is sent once', async ({ page, organization }) => {
    // Beside it the page asks for a passkey by itself, at a time of its own.
    const { email } = organization.owner
    await page.goto('/sign-in')
    const release = await holdActions(page, email)
    const sent = countActions(page, email)
    await page.getByLabel('Email').fill(email)
    await page.getByLabel('Password', { exact: true }).fill(organization.owner.password)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    const button = page.getByRole('button', { name: 'Signing in…' })
    await expect(button).toHaveAttribute('aria-busy', 'true')
    await button.dblclick()
    await expect.poll(sent).toBe(1)
    release()
    await expect(page).toHaveURL('/overview')
    expect(sent()).toBe(1)
  })

  test('an invitation that is sent twice is sent once, and nothing closes it meanwhile', async ({
    page,
    organization,
    signIn,
    world,
  }) => {
    await signIn(page, organization.owner)
    await page.goto('/users')
    const release = await holdActions(page)
    const sent = countActions(page)
    await page.getByRole('button', { name: 'Invite' }).click()
    const form = page.getByRole('dialog', { name: 'Invite people' })
    await form.getByLabel('Email addresses').fill('once@partner.example,')
    await form.getByRole('button', { name: 'Make 1 link' }).dblclick()
    await expect(form.getByRole('button', { name: 'Making links…' })).toHaveAttribute(
      'aria-busy',
      'true',
    )
    // Nothing closes it now: not the key, not the way back.
    await page.keyboard.press('Escape')
    await page.goBack()
    await expect(form).toBeVisible()
    await expect(form.getByRole('button', { name: 'Discard' })).toHaveCount(0)
    await expect.poll(sent).toBe(1)
    release()
    await expect(page.getByRole('dialog', { name: '1 invitation made' })).toBeVisible()
    expect(sent()).toBe(1)
    const made = (await world.events(organization.id)).filter(
      ({ event }) => event === 'invitation.sent',
    )
    expect(made).toHaveLength(1)
  })

  test('a confirmation and a settings form are sent once', async ({
    page,
    organization,
    signIn,
  }) => {
    await signIn(page, organization.owner)
    await page.goto(`/users?remove=${organization.collaborator.id}`)
    const dialog = page.getByRole('alertdialog')
    await expect(dialog.getByRole('button', { name: /^Remove / })).toBeVisible()
    let release = await holdActions(page)
    const sent = countActions(page)
    await dialog.getByRole('button', { name: /^Remove / }).dblclick()
    await dialog.getByRole('button', { name: 'Removing…' }).click()
    await expect.poll(sent).toBe(1)
    release()
    await expectToast(page, 'Removed')
    expect(sent()).toBe(1)

    await page.unrouteAll()
    await page.goto('/settings/general')
    release = await holdActions(page)
    await page.getByLabel('Name', { exact: true }).fill('Once')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: 'Saving…' })).toHaveAttribute('aria-busy', 'true')
    await expect.poll(sent).toBe(2)
    release()
    await expectToast(page, 'Once')
    expect(sent()).toBe(2)
  })

  test('the answer of an earlier search never replaces a later one', async ({
    page,
    organization,
    signIn,
    world,
  }) => {
    await world.crowd(organization.id, [
      { name: 'Anna First', email: 'anna@crowd.example' },
      { name: 'Berit Second', email: 'berit@crowd.example' },
    ])
    await signIn(page, organization.owner)
    await page.goto('/users')
    const releaseFirst = await holdBack(page, /member\.list.*anna/)
    const asked = page.waitForRequest(/member\.list.*anna/)
    const search = page.getByRole('searchbox', { name: 'Search name or email' })
    await search.fill('anna')
    await asked
    await search.fill('berit')
    const users = page.getByRole('table', { name: 'Users' })
    await expectRow(users, { Name: 'Berit Second' })
    releaseFirst()
    await page.waitForTimeout(0)
    await expect(users.getByRole('row', { name: 'Anna First' })).toHaveCount(0)
    await expect(users.getByRole('row', { name: 'Berit Second' })).toBeVisible()
  })

  test('what never answers ends with a sentence: a read, and a write that keeps its text', async ({
    page,
    organization,
    signIn,
  }) => {
    await page.clock.install()
    await signIn(page, organization.owner)
    await page.goto('/users?sort=email')
    await expect(page.getByRole('table', { name: 'Users' }).getByRole('row').nth(1)).toBeVisible()
    await page.route(/organization\.preview_deletion|member\.preview_removal/, () => {})
    const asked = page.waitForRequest(/member\.preview_removal/)
    await page
      .getByRole('button', { name: `Actions for ${organization.collaborator.name}` })
      .click()
    await page.getByRole('menuitem', { name: 'Remove from organization…' }).click()
    await asked
    await page.clock.fastForward(31_000)
    await expect(
      page.getByRole('alertdialog').getByText('Gatehouse took too long to answer.'),
    ).toBeVisible()
    await page.keyboard.press('Escape')

    await page.getByRole('button', { name: 'Invite' }).click()
    const form = page.getByRole('dialog', { name: 'Invite people' })
    await form.getByLabel('Email addresses').fill('late@partner.example,')
    await holdActions(page)
    await page.clock.runFor(500)
    await form.getByRole('button', { name: 'Make 1 link' }).click()
    await expect(form.getByRole('button', { name: 'Making links…' })).toBeVisible()
    await page.clock.fastForward(61_000)
    await expect(form.getByText('Gatehouse took too long to answer.')).toBeVisible()
    await expect(form.getByRole('listitem')).toHaveText('late@partner.example')
  })
})

test.describe('without a connection', () => {
  test('a banner says so at once, what is shown stays, writes keep their text, and all is read anew', async ({
    page,
    context,
    organization,
    signIn,
    otherBrowser,
  }) => {
    await signIn(page, organization.owner)
    await page.goto('/users')
    const users = page.getByRole('table', { name: 'Users' })
    await expectRow(users, { Email: organization.collaborator.email })
    const other = await otherBrowser(organization.secondOwner)
    await other.goto(`/users?manage=${organization.collaborator.id}`)

    // Whoever comes near a button has its dialog loaded.
    await page.getByRole('button', { name: 'Invite' }).click()
    await page.getByRole('dialog', { name: 'Invite people' }).getByLabel('Email').press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await context.setOffline(true)
    const banner = page.getByRole('status').filter({ hasText: 'No connection' })
    await expect(banner).toBeVisible()
    await expectRow(users, { Email: organization.collaborator.email })
    await users.getByRole('columnheader', { name: 'Email' }).getByRole('button').click()
    await expectRow(users, { Email: organization.collaborator.email })
    await page.getByRole('link', { name: 'Audit log' }).click()
    await expectToast(page, 'No connection: other pages open when it is back.')
    await expect(page).toHaveURL(/\/users/)

    const sent = countActions(page)
    await page.getByRole('button', { name: 'Invite' }).click()
    const form = page.getByRole('dialog', { name: 'Invite people' })
    await form.getByLabel('Email addresses').fill('ole@partner.example,')
    await form.getByRole('button', { name: /^(Make 1 link|Send 1 invite)$/ }).click()
    await expect(form.getByRole('alert')).toContainText('This device is offline.')
    await expect(form.getByRole('listitem')).toHaveText('ole@partner.example')
    expect(sent()).toBe(0)

    await other.getByRole('radio', { name: /^Owner/ }).click()
    await other.getByRole('button', { name: 'Save', exact: true }).click()
    await expectToast(other, 'an owner')
    await context.setOffline(false)
    await expect(page.getByText('No connection', { exact: true })).toHaveCount(1) // in the form
    await form.getByRole('button', { name: 'Make 1 link' }).click()
    await expect(page.getByRole('dialog', { name: '1 invitation made' })).toBeVisible()
    await page
      .getByRole('button', { name: 'Copy all 1' })
      .or(page.getByRole('button', { name: /^Copy/ }))
      .first()
      .click()
    await page.getByRole('button', { name: 'Done' }).click()
    await expectRow(users, {
      Email: organization.collaborator.email,
      'Organization role': 'Owner',
    })
    await expect(banner).toHaveCount(0)
  })

  test('a server that does not answer is told apart, and found again by itself', async ({
    page,
    organization,
    signIn,
  }) => {
    await signIn(page, organization.owner)
    await page.goto('/users')
    const users = page.getByRole('table', { name: 'Users' })
    await expectRow(users, { Email: organization.collaborator.email })
    await page.route(/\/api\/(console|ready)/, (route) => route.abort('connectionrefused'))
    await users.getByRole('columnheader', { name: 'Email' }).getByRole('button').click()
    const banner = page.getByRole('status').filter({ hasText: 'Gatehouse cannot be reached' })
    await expect(banner).toBeVisible()
    await expect(page.getByText('No connection')).toHaveCount(0)
    await page.unrouteAll()
    await expect(banner).toHaveCount(0, { timeout: 15_000 })
    await expect(users.getByRole('columnheader', { name: 'Email' })).toHaveAttribute(
      'aria-sort',
      'ascending',
    )
    await expectRow(users, { Email: organization.collaborator.email })
  })

  test('a server that is there and cannot serve says so the same way', async ({
    page,
    organization,
    signIn,
  }) => {
    await signIn(page, organization.owner)
    await page.goto('/users')
    const down = {
      type: '/problems/unavailable',
      title: 'The database cannot be reached',
      status: 503,
      code: 'unavailable',
      detail: 'The database cannot be reached. Try again soon.',
      request_id: 'req_0123456789',
    }
    await page.route(/\/api\/(console\/member\.list|ready)/, (route) =>
      route.fulfill({ status: 503, contentType: 'application/problem+json', json: down }),
    )
    await page.getByRole('columnheader', { name: 'Email' }).getByRole('button').click()
    const banner = page.getByRole('status').filter({ hasText: 'Gatehouse cannot be reached' })
    await expect(banner).toBeVisible()
    await page.unrouteAll()
    await expect(banner).toHaveCount(0, { timeout: 15_000 })
  })

  test('a write whose connection breaks says that it may have arrived, and keeps the text', async ({
    page,
    organization,
    signIn,
  }) => {
    await signIn(page, organization.owner)
    await page.goto('/settings/general')
    const name = page.getByLabel('Name', { exact: true })
    await name.fill('Perhaps Ltd')
    await breakActions(page)
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(page.getByRole('alert').filter({ hasText: 'The connection broke' })).toBeVisible()
    await expect(name).toHaveValue('Perhaps Ltd')
    await page.unrouteAll()
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expectToast(page, 'Perhaps Ltd')
  })

  test('signing in without a connection says so and keeps what was typed', async ({
    page,
    context,
    organization,
  }) => {
    await page.goto('/sign-in')
    await context.setOffline(true)
    await submitSignIn(page, organization.owner)
    await expect(page.getByRole('main').getByRole('alert')).toContainText('This device is offline.')
    await expect(page.getByLabel('Email')).toHaveValue(organization.owner.email)
    await context.setOffline(false)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(page).toHaveURL('/overview')
  })
})
