import { expect, test } from './support/fixtures'
import { signOut, submitSignIn } from './support/words'

test('a wrong address and a wrong password are told alike', async ({ page, organization }) => {
  const { owner } = organization
  await page.goto('/sign-in')
  for (const email of [owner.email, 'nobody@halden.example']) {
    await submitSignIn(page, { email, password: 'not this one at all' })
    const alert = page.getByRole('alert').filter({ hasText: 'wrong' })
    await expect(alert).toHaveText('Email or password is wrong.')
    await page.reload()
  }
  await submitSignIn(page, owner)
  await expect(page).toHaveURL('/overview')
})

test('whoever guesses has to wait, and everybody else gets in', async ({
  page,
  organization,
  otherBrowser,
}) => {
  const { owner, secondOwner } = organization
  await page.goto('/sign-in')
  const wrong = page.getByRole('alert').filter({ hasText: 'Email or password is wrong.' })
  const wait = page.getByRole('alert').filter({ hasText: 'Too many tries' })
  for (let tries = 0; tries < 12 && !(await wait.isVisible()); tries++) {
    await submitSignIn(page, { email: owner.email, password: `guess number ${tries}` })
    await expect(wrong.or(wait)).toBeVisible()
    await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeEnabled()
  }
  await expect(wait).toBeVisible()
  await submitSignIn(page, owner)
  await expect(wait).toBeVisible()

  const other = await otherBrowser()
  await other.goto('/sign-in')
  await submitSignIn(other, secondOwner)
  await expect(other).toHaveURL('/overview')
})

test('a copy of the session cookie is dead after signing out', async ({
  page,
  context,
  organization,
  otherBrowser,
}) => {
  await page.goto('/sign-in')
  await submitSignIn(page, organization.owner)
  await expect(page).toHaveURL('/overview')
  const cookies = await context.cookies()
  expect(cookies.find(({ name }) => name === 'gatehouse.session')).toMatchObject({
    httpOnly: true,
    sameSite: 'Lax',
  })

  const thief = await otherBrowser()
  await thief.context().addCookies(cookies)
  await thief.goto('/users')
  await expect(thief.getByRole('table', { name: 'Users' })).toBeVisible()
  await signOut(page)
  await expect(page).toHaveURL('/sign-in')
  await thief.goto('/users')
  await expect(thief).toHaveURL('/sign-in?to=%2Fusers')
})

const astray = [
  'https://evil.example/',
  '//evil.example/',
  '/\\evil.example/',
  '/\t/evil.example/',
  '/%09//evil.example',
  'javascript:alert(1)',
  'evil.example',
]

test('signing in leads nowhere foreign', async ({ page, organization, signIn, baseURL }) => {
  const { owner } = organization
  const own = new URL(baseURL as string).origin
  for (const to of astray.slice(0, 3)) {
    await page.context().clearCookies()
    await page.goto(`/sign-in?to=${encodeURIComponent(to)}`)
    await submitSignIn(page, owner)
    await expect(page).toHaveURL('/overview')
  }
  for (const to of astray) {
    const path = `/sign-in?to=${encodeURIComponent(to)}`
    const answer = await page.request.get(path, { maxRedirects: 0 })
    const { origin } = new URL(answer.headers().location ?? '/', own)
    expect(origin, to).toBe(own)
  }
  // What next-auth itself would be led astray by.
  await signIn(page, owner)
  const { csrfToken } = await (await page.request.get('/api/auth/csrf')).json()
  const form = { csrfToken, json: 'true', callbackUrl: 'https://evil.example/', ticket: 'x' }
  for (const path of ['/api/auth/callback/ticket', '/api/auth/signout']) {
    const headers = { origin: own }
    const answer = await page.request.post(path, { form, headers, maxRedirects: 0 })
    expect(answer.headers().location ?? '').not.toContain('evil')
    expect(await answer.text()).not.toContain('evil')
  }
  // The other half: a page of ours.
  await page.goto('/sign-in?to=%2Fusers%2Fpending%3Fstate%3Drevoked')
  await submitSignIn(page, owner)
  await expect(page).toHaveURL('/users/pending?state=revoked')
})
