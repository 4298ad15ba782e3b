import 'server-only'
import { endsSoonMail } from './ends-soon-mail'
import type { Mail } from './layout'
import { nameInMail } from './text'

/** Roles of one person in one organization that end soon, the first first. Names are as people chose them. */
export type RolesEnding = {
  organizationName: string
  roles: { role: string; cloud: string; project: string | null; endsAt: Date }[]
  /** Their own access, in the console. */
  link: string
  host: string
}

export function roleEndingMail({ organizationName, roles, link, host }: RolesEnding): Mail {
  const organization = nameInMail(organizationName)
  return endsSoonMail({
    organization,
    one: 'A role of yours',
    many: 'Roles of yours',
    ends: roles.map(({ role, cloud, project, endsAt: at }) => {
      const on = `the cloud ${nameInMail(cloud)}`
      const place = project === null ? on : `the project ${nameInMail(project)} on ${on}`
      return { what: `Your role ${role} on ${place}`, at }
    }),
    means: 'What you may do by it ends at that moment. Your other roles stay.',
    action: { label: 'Open My access', link },
    after: 'When you still need it, ask an owner of it to give it a later end.',
    footer: `Sent by Gatehouse at ${host} to whoever holds a role that ends soon in ${organization}.`,
  })
}
