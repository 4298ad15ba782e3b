import 'server-only'
import { endsSoonMail } from './ends-soon-mail'
import type { Mail } from './layout'
import { nameInMail, oneLine } from './text'

/** Keys in one organization that end soon, the first first. `account`: the service account whose it is; null: one's own. */
export type KeysEnding = {
  organizationName: string
  keys: { name: string; lastSix: string; account: string | null; expiresAt: Date }[]
  /** Where they are rotated. */
  link: string
  host: string
}

export function keyEndingMail({ organizationName, keys, link, host }: KeysEnding): Mail {
  const organization = nameInMail(organizationName)
  return endsSoonMail({
    organization,
    one: 'An API key',
    many: 'API keys',
    ends: keys.map(({ name, lastSix, account, expiresAt: at }) => {
      const whose = account === null ? 'Your API key' : `The API key of ${nameInMail(account)},`
      return { what: `${whose} ${nameInMail(name)} (…${oneLine(lastSix)})`, at }
    }),
    means: 'Programs that still send one are refused from its end on.',
    action: { label: 'Open API keys', link },
    after:
      'When a program still needs one, rotate it: the new key works at once, the old one for a while.',
    footer: `Sent by Gatehouse at ${host} to whoever holds API keys that end soon in ${organization}, or made the service account that does.`,
  })
}
