import type { Page } from '@playwright/test'
import type { Member, World } from '../world'

/** Names as people have them, and as somebody tries them. */
export const names = {
  long: 'Wolfeschlegelsteinhausenbergerdorff'.repeat(6).slice(0, 200),
  arabic: 'محمد بن عبد الله الفارسي 3',
  hebrew: 'אביגיל (HR) כהן-לוי',
  emoji: '👩🏽‍🚀 Zoë 🏳️‍🌈 🇳🇴',
  single: 'X',
  stacked: 'Z̍̂̃a̍̂̃l̍̂̃g̍̂̃o̍̂̃',
}

/** An organization of strange names, and what its pages need to have something to show. */
export async function makeCast(world: World, url: string) {
  const made = await world.organization(names.long.slice(0, 100))
  const owner = await world.member(made.id, {
    role: 'owner',
    name: `Ω${names.long.slice(1)}`,
    email: `${'l'.repeat(64)}@${'long-label.'.repeat(16)}example`,
  })
  const people: Record<string, Member> = {}
  for (const [key, name] of Object.entries(names))
    people[key] = await world.member(made.id, { name })
  const { long, arabic, hebrew, single } = people as Record<keyof typeof names, Member>
  await world.key(long)
  const key = await world.key(owner)
  await world.invitation(owner, 'old@partner.example', { days: -1 })
  await world.invitation(owner, 'lena@partner.example', { days: 1 })
  await world.invitation(arabic, `${'i'.repeat(64)}@${'long-label.'.repeat(16)}example`)
  const tokens = {
    open: await world.invitation(owner, 'mia@partner.example'),
    foreign: await world.invitation(owner, 'noa@partner.example'),
    reset: await world.link('reset_password', arabic),
    login: await world.login(),
    pastLogin: await world.login(-1),
    register: await world.link('register', { email: `${'r'.repeat(64)}@partner.example` }),
  }
  const ask = async (
    method: string,
    id: string,
    body?: object,
    under = 'v2/organization_collaborators',
  ) => {
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' }
    const path = `${url}/api/${under}/${id}`
    const answer = await fetch(path, { method, headers, body: body && JSON.stringify(body) })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status}`)
  }
  for (const role of ['owner', 'collaborator'])
    for (const { id } of [long, arabic]) await ask('PUT', id, { permission_level: role })
  // In so many organizations that they are searched.
  const everywhere = await world.member(made.id, { name: 'Tom Li' })
  const places = await Promise.all(
    [...Object.values(names), 'Nordlys', 'Halden', 'Østlandet'].map(async (name) => {
      const { id } = await world.organization(name.slice(0, 100))
      await world.join(everywhere, id, 'collaborator')
      return id
    }),
  )
  const elsewhere = places.at(-1) as string
  const secured = await world.member(made.id, { name: `${names.single} ${names.stacked}` })
  await world.factor(secured)
  const idle = await world.member(made.id, { name: `${names.arabic} ${names.single}` })
  await world.factor(idle)
  await world.ageProof(idle)
  const strict = await world.organization(names.long.slice(0, 100))
  await world.demandFactor(strict.id)
  const cloud = await world.cloud(owner, { name: names.long.slice(0, 100), isDefault: true })
  const project = await world.project(long, cloud.id, { name: `Ω${names.long.slice(0, 90)}` })
  await world.onCloud(long, cloud.id, { role: 'owner' })
  await world.onCloud(arabic, cloud.id, { days: 3 })
  await world.onCloud(hebrew, cloud.id, { readOnly: true })
  await world.onCloud(single, cloud.id, { role: 'compute_config_viewer', days: -1 })
  await world.inProject(arabic, project, { role: 'owner', days: 20 })
  await world.inProject(hebrew, project)
  await world.inProject(single, project)
  const gone = await world.member(made.id, { name: `${names.hebrew} ${names.arabic}` })
  await ask('DELETE', gone.id)
  const suspended = await world.member(made.id, { name: `${names.emoji} ${names.long}` })
  await world.key(suspended)
  await ask('POST', `${suspended.id}/suspend`, undefined, 'gatehouse/v1/members')
  const bot = await world.account(owner, {
    name: `${'long-name.'.repeat(6)}bot`,
    description: names.long,
  })
  await world.key(bot)
  await world.touchKeys(bot)
  await world.onCloud(bot, cloud.id)
  const off = await world.account(owner, { name: 'off' })
  await ask('POST', `${off.id}/disable`, undefined, 'gatehouse/v1/service-accounts')
  return {
    bot,
    ...made,
    cloud,
    project,
    gone,
    suspended,
    everywhere,
    elsewhere,
    owner,
    people,
    long,
    arabic,
    hebrew,
    single,
    tokens,
    secured,
    idle,
    bare: strict.collaborator,
  }
}
export type Cast = Awaited<ReturnType<typeof makeCast>>

/** `untouched`: an address alone, where nothing was pressed that another width may have elsewhere. */
type Open = ((page: Page, cast: Cast) => Promise<void>) & { untouched?: true }

export type Scene = {
  name: string
  /** Whose browser it is; nobody's when missing. */
  as?: (cast: Cast) => Member
  /** Only where there is a table, or only where there is a list. */
  only?: 'table' | 'list'
  open: Open
}
