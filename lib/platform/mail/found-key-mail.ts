import 'server-only'
import { actionMail, type Mail } from './layout'
import { mailMoment, nameInMail, oneLine } from './text'

/** A key that somebody found and reported. */
export type KeyFound = {
  organizationName: string
  name: string
  lastSix: string
  /** Whose it was. */
  holder: string
  at: Date
  link: string
  host: string
}

/** The mail to the holder and the owners: the key works no more, and why. */
export function foundKeyMail({ organizationName, name, holder, at, ...found }: KeyFound): Mail {
  const organization = nameInMail(organizationName)
  const key = `${nameInMail(name)} (…${oneLine(found.lastSix)})`
  return actionMail({
    subject: `An API key was found and revoked in ${organization}`,
    title: 'An API key was found and revoked',
    paragraphs: [
      `The API key ${key} of ${nameInMail(holder)} was reported to this server in full on ${mailMoment(at)}: somebody other than its holder knows it.`,
      'It is refused from now on. Programs that still send it stop.',
    ],
    action: { label: 'Look at what it did', link: found.link },
    after:
      'Make a new key where a program needs one, and take the old one out of wherever it can be read.',
    footer: `Sent by Gatehouse at ${found.host} to the holder of the key and the owners of ${organization}.`,
  })
}
