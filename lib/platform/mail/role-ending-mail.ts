import 'server-only'
import { actionMail, type Mail } from './layout'
import { mailMoment, nameInMail } from './text'

/** Roles of one person in one organization that end soon, the first first. Names are as people chose them. */
export type RolesEnding = {
  organizationName: string
  roles: { role: string; cloud: string; project: string | null; endsAt: Date }[]
  /** Their own access, in the console. */
  link: string
  host: string
}

const NAMED = 20

/** The mail to the holder of roles with an end, a week before it and a day before it. */
export function roleEndingMail({ organizationName, roles, link, host }: RolesEnding): Mail {
  const organization = nameInMail(organizationName)
  const [first, ...others] = roles.map(({ role, cloud, project, endsAt }) => {
    const on = `the cloud ${nameInMail(cloud)}`
    return {
      place: project === null ? on : `the project ${nameInMail(project)} on ${on}`,
      role,
      when: mailMoment(endsAt),
    }
  })
  if (!first) throw new Error('No role ends.')
  const more = others.length - (NAMED - 1)
  const said = [first, ...others.slice(0, NAMED - 1)].map(
    ({ role, place, when }) => `Your role ${role} on ${place} ends on ${when}.`,
  )
  const title =
    others.length === 0 ? `A role of yours ends on ${first.when}` : 'Roles of yours end soon'
  return actionMail({
    subject: `${title} in ${organization}`,
    title,
    paragraphs: [
      ...said,
      ...(more > 0 ? [`And ${more} more.`] : []),
      'What you may do by it ends at that moment. Your other roles stay.',
    ],
    action: { label: 'Open My access', link },
    after: 'When you still need it, ask an owner of it to give it a later end.',
    footer: `Sent by Gatehouse at ${host} to whoever holds a role that ends soon in ${organization}.`,
  })
}
