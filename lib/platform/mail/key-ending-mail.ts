import 'server-only'
import { actionMail, type Mail } from './layout'
import { mailMoment, nameInMail, oneLine } from './text'

/** Keys in one organization that end soon, the first first. `account`: the service account whose it is; null: one's own. */
export type KeysEnding = {
  organizationName: string
  keys: { name: string; lastSix: string; account: string | null; expiresAt: Date }[]
  /** Where they are rotated. */
  link: string
  host: string
}

const NAMED = 20

/** The mail about keys with an end, a week before it and a day before it. */
export function keyEndingMail({ organizationName, keys, link, host }: KeysEnding): Mail {
  const organization = nameInMail(organizationName)
  const [first, ...others] = keys
  if (!first) throw new Error('No key ends.')
  const said = keys.slice(0, NAMED).map(({ name, lastSix, account, expiresAt }) => {
    const whose = account === null ? 'Your API key' : `The API key of ${nameInMail(account)},`
    return `${whose} ${nameInMail(name)} (…${oneLine(lastSix)}) ends on ${mailMoment(expiresAt)}.`
  })
  const more = keys.length - NAMED
  const title =
    others.length === 0 ? `An API key ends on ${mailMoment(first.expiresAt)}` : 'API keys end soon'
  return actionMail({
    subject: `${title} in ${organization}`,
    title,
    paragraphs: [
      ...said,
      ...(more > 0 ? [`And ${more} more.`] : []),
      'Programs that still send one are refused from its end on.',
    ],
    action: { label: 'Open API keys', link },
    after:
      'When a program still needs one, rotate it: the new key works at once, the old one for a while.',
    footer: `Sent by Gatehouse at ${host} to whoever holds API keys that end soon in ${organization}, or made the service account that does.`,
  })
}
