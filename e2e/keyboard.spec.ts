import { expect, test } from './support/fixtures'
import { keyboardOf } from './support/keys'
import { expectRow, expectToast } from './support/words'

test('the main job without a mouse', async ({ page, organization }) => {
  const { owner, collaborator } = organization
  const { press, type, tabTo, choose } = keyboardOf(page)
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
  const users = page.getByRole('table', { name: 'Users' })

  await page.goto('/sign-in?to=%2Fusers')
  await expect(page.getByLabel('Email')).toBeFocused()
  await type(owner.email)
  await press('Tab')
  await type(owner.password)
  await press('Enter')
  await expect(page).toHaveURL('/users')

  // Past the navigation, then Invite.
  await press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused()
  await press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  await tabTo(button('Invite'))
  await press('Enter')
  const form = page.getByRole('dialog', { name: 'Invite people' })
  await expect(form).toBeVisible()
  await expect(page.getByLabel('Email addresses')).toBeFocused()
  await type('ole@partner.example')
  await press('Enter')
  // Escape asks first; a second one goes on with the form.
  await press('Escape')
  await expect(form.getByText('Close and lose what you typed?')).toBeVisible()
  await expect(button('Keep editing')).toBeFocused()
  await press('Enter')
  await expect(form.getByText('Close and lose what you typed?')).toBeHidden()
  await tabTo(button('Make 1 link'))
  await press('Enter')
  const result = page.getByRole('dialog', { name: '1 invitation made' })
  await tabTo(result.getByRole('button', { name: /^Copy/ }))
  await press('Enter')
  await expect(result.getByRole('button', { name: /^Copied/ })).toBeFocused()
  await tabTo(button('Done'))
  await press('Enter')
  await expect(result).toBeHidden()
  await expect(button('Invite')).toBeFocused()

  // Search by its key, then the row's menu by its own.
  await press('/')
  await expect(page.getByRole('searchbox', { name: 'Search name or email' })).toBeFocused()
  await type(collaborator.name)
  await expect(page.getByRole('status').filter({ hasText: '1–1 of 1 person' })).toBeVisible()
  await tabTo(users.getByRole('row', { name: collaborator.name }))
  await press('.')
  await expect(page.getByRole('menuitem', { name: 'Open' })).toBeFocused()
  await press('r')
  const drawer = page.getByRole('dialog', { name: 'Manage access' })
  await tabTo(drawer.getByRole('radio', { name: 'Collaborator', checked: true }))
  await press('ArrowDown')
  await expect(drawer.getByRole('radio', { name: 'Owner' })).toBeChecked()
  await tabTo(drawer.getByRole('button', { name: 'Save' }))
  await press('Enter')
  await expectToast(page, `Made ${collaborator.name} an owner`)
  await expectRow(users, { Name: collaborator.name, 'Organization role': 'Owner' })
  await expect(button(`Actions for ${collaborator.name}`)).toBeFocused()

  // Undone where it is offered.
  await press('Enter')
  await choose('Manage access…')
  await tabTo(drawer.getByRole('radio', { name: 'Owner', checked: true }))
  await press('ArrowUp')
  await expect(drawer.getByRole('radio', { name: 'Collaborator' })).toBeChecked()
  await tabTo(drawer.getByRole('button', { name: 'Save' }))
  await press('Enter')
  await expectRow(users, { Name: collaborator.name, 'Organization role': 'Collaborator' })

  await expect(button(`Actions for ${collaborator.name}`)).toBeFocused()
  await press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Open' })).toBeFocused()
  await press('End')
  await expect(page.getByRole('menuitem', { name: 'Remove from organization…' })).toBeFocused()
  await press('Enter')
  const dialog = page.getByRole('alertdialog', { name: `Remove ${collaborator.name}?` })
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await tabTo(dialog.getByRole('button', { name: `Remove ${collaborator.name}` }))
  await press('Enter')
  await expectToast(page, `Removed ${collaborator.name}`)
  await expect(page.getByRole('heading', { name: 'No one matches' })).toBeVisible()
  await press('Tab')
})

test('a day without a mouse: filters, many at once, invitations, the log, settings, account', async ({
  page,
  organization,
  signIn,
  world,
}) => {
  const { id, owner } = organization
  const { press, type, tabTo, choose, expectFocusSeen } = keyboardOf(page)
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
  const people = Array.from({ length: 4 }, (_, index) => ({
    name: `Person ${index}`,
    email: `person.${index}@crowd.example`,
  }))
  await world.crowd(id, people)
  await world.invitation(owner, 'lena@partner.example')
  await signIn(page, owner)
  await page.goto('/users')
  const users = page.getByRole('table', { name: 'Users' })
  await expect(users.getByText('Person 0')).toBeVisible()

  // A filter: set by its menu, taken away by its cross; the focus stays with the filters.
  await press('Tab', 'Enter')
  await tabTo(page.getByRole('button', { name: 'Organization role' }).first())
  await press('Enter')
  await choose('Collaborator', 'menuitemcheckbox')
  await press('Escape')
  await expect(page).toHaveURL(/role=collaborator/)
  await expect(page.getByRole('status').filter({ hasText: '1–5 of 5 collaborators' })).toBeVisible()
  await tabTo(button('Clear Organization role'))
  await press('Enter')
  await expect(page).not.toHaveURL(/role=/)

  // Several, by X and J; Escape lets go of one layer at a time.
  await page.keyboard.press('/')
  await type('person')
  await expect(page.getByRole('status').filter({ hasText: '1–4 of 4 people' })).toBeVisible()
  await tabTo(users.getByRole('row', { name: 'Person 0' }))
  await press('x', 'j', 'x', 'j', 'x')
  const bar = page.getByRole('region', { name: 'Selection' })
  await expect(bar).toContainText('3 selected')
  await press('.')
  await press('Escape')
  await expect(page.getByRole('menu')).toHaveCount(0)
  await expect(bar).toContainText('3 selected')
  await press('b')
  await expect(bar.getByRole('button', { name: 'Change role…' })).toBeFocused()
  await press('Enter')
  const many = page.getByRole('alertdialog', { name: /Change the role of 3 people/ })
  await expect(many).toBeVisible()
  await press('Escape')
  await expect(many).toBeHidden()
  await expect(bar).toContainText('3 selected')
  await expect(bar.getByRole('button', { name: 'Change role…' })).toBeFocused()
  await tabTo(bar.getByRole('button', { name: 'Remove…' }))
  await press('Enter')
  const removal = page.getByRole('alertdialog', { name: 'Remove 3 people?' })
  await tabTo(removal.getByRole('button', { name: 'Remove 3 people' }))
  await press('Enter')
  const progress = page.getByRole('region', { name: 'Remove 3 people' })
  await expect(progress.getByText('Removed 3 people.').first()).toBeVisible()
  await expect(users.getByRole('row')).toHaveCount(2)
  await expectFocusSeen('the rows had gone')
  await tabTo(progress.getByRole('button', { name: 'Details' }))
  await press('Enter')
  await expect(page.getByRole('dialog', { name: 'Remove 3 people' })).toBeVisible()
  await press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await tabTo(progress.getByRole('button', { name: 'Put away' }))
  await press('Enter')
  await expect(progress).toHaveCount(0)
  await expectFocusSeen('the panel was put away')

  // The palette, to the invitations; one is revoked.
  await press('Control+k')
  await expect(page.getByRole('combobox')).toBeFocused()
  await type('pending')
  await expect(page.getByRole('option', { name: 'Pending invites' })).toHaveAttribute(
    'aria-selected',
    'true',
  )
  await press('Enter')
  await expect(page).toHaveURL('/users/pending')
  await expect(page.getByText('lena@partner.example').first()).toBeVisible()
  await expectFocusSeen('the page had changed')
  await press('j', '.')
  await choose('Revoke invitation…')
  await expect(page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' })).toBeFocused()
  await press('Tab', 'Enter')
  await expect(page.getByText('No pending invites')).toBeVisible()
  await expectFocusSeen('the row had gone')

  // The log: an event in its drawer, the next by J, back to its row.
  await press('Control+k')
  await expect(page.getByRole('combobox')).toBeFocused()
  await type('audit')
  await press('Enter')
  const log = page.getByRole('table', { name: 'Audit log' })
  await expect(log.getByText('invitation.revoked').first()).toBeVisible()
  await press('j', 'Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await press('j', 'Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expectFocusSeen('the drawer had closed')

  // A name, saved by Enter.
  await press('Control+k')
  await expect(page.getByRole('combobox')).toBeFocused()
  await type('organization settings')
  await press('Enter')
  await expect(page).toHaveURL('/settings/general')
  await tabTo(page.getByLabel('Name', { exact: true }))
  await press('Control+a')
  await type('Halden by keys')
  await press('Enter')
  await expectToast(page, 'Halden by keys')
  await expect(page.getByLabel('Name', { exact: true })).toBeFocused()

  // The theme in the account menu, the help, and out.
  await tabTo(page.getByRole('button', { name: /^Account of/ }), 'Shift+Tab')
  await press('Enter')
  await tabTo(page.getByRole('menuitem', { name: /^Theme/ }), 'ArrowDown')
  await press('ArrowRight')
  await choose('Dark', 'menuitemradio')
  await expect(page.locator('html')).toHaveClass(/dark/)
  await expect(page.getByRole('button', { name: /^Account of/ })).toBeFocused()
  await press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  await press('Escape')
  await expect(page.getByRole('button', { name: /^Account of/ })).toBeFocused()
  await press('Enter')
  await choose('Account')
  await expect(page).toHaveURL('/account')
  await tabTo(page.getByRole('button', { name: /^Account of/ }), 'Shift+Tab')
  await press('Enter')
  await choose('Sign out')
  await expect(page).toHaveURL('/sign-in')
})

test('Tab goes through a page as it is read, to its end and out of it', async ({
  page,
  organization,
  signIn,
}) => {
  await signIn(page, organization.owner)
  for (const path of ['/users', '/settings/general', '/account', '/api-keys']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    const places: { name: string; part: string; top: number; left: number }[] = []
    await page.keyboard.press('Tab') // the skip link, which floats
    for (let steps = 0; steps < 100; steps++) {
      await page.keyboard.press('Tab')
      const place = await page.evaluate(() => {
        const at = document.activeElement as HTMLElement
        const { top: seen, left } = at.getBoundingClientRect()
        // On the page, however far it was scrolled on the way.
        let top = seen
        for (let up = at.parentElement; up; up = up.parentElement) top += up.scrollTop
        // Behind the last one Chromium goes to the page itself, or begins again at once.
        const out = at === document.body || at.getAttribute('href') === '#main'
        const part = out ? 'out' : at.closest('main') ? 'main' : 'before'
        return { name: at.getAttribute('aria-label') ?? at.textContent ?? '', part, top, left }
      })
      if (place.part === 'out') break
      places.push(place)
    }
    expect(places.length, `the way out of ${path}`).toBeLessThan(100)
    const parts = places.map(({ part }) => part)
    expect(parts, `${path}: navigation, then the page`).toEqual([...parts].sort())
    // Up again only for another column: nothing lies above and left of what came before it.
    const backwards = places.filter((place, index) => {
      const before = places[index - 1]
      if (!before || before.part !== place.part) return false
      return place.top < before.top - 24 && place.left <= before.left
    })
    expect(backwards, `${path}: against the order of reading`).toEqual([])
  }
})
