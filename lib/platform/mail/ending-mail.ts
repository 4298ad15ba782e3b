import 'server-only'
import { actionMail, type Mail } from './layout'
import { mailMoment, nameInMail } from './text'

/** What owners are told about the end of their organization. */
export type Ending = {
  kind: 'requested' | 'reminder' | 'stopped'
  organizationName: string
  /** Who asked for it, or who stopped it. */
  byName: string
  /** When it comes, or would have come. */
  dueAt: Date
  /** Where it can be stopped. */
  link: string
  host: string
}

/** The mail to every owner when the end of an organization is asked for, is near, or was stopped. */
export function endingMail(ending: Ending): Mail {
  const organization = nameInMail(ending.organizationName)
  const by = nameInMail(ending.byName)
  const when = mailMoment(ending.dueAt)
  const words = {
    requested: {
      subject: `${organization} will be deleted on ${when}`,
      title: `${organization} will be deleted`,
      paragraphs: [
        `${by} asked for the deletion of ${organization}.`,
        `On ${when} everything of it is deleted: people, keys, invitations and the audit log. Nothing brings it back.`,
      ],
      after: 'Any owner can stop this until then.',
    },
    reminder: {
      subject: `${organization} will be deleted within a day`,
      title: `${organization} will be deleted within a day`,
      paragraphs: [
        `${by} asked for the deletion of ${organization}. It happens on ${when}. Nothing brings it back.`,
      ],
      after: 'Any owner can stop this until then.',
    },
    stopped: {
      subject: `${organization} will not be deleted`,
      title: `${organization} stays`,
      paragraphs: [`${by} stopped the deletion of ${organization}. Nothing was deleted.`],
      after: 'There is nothing to do.',
    },
  }[ending.kind]
  return actionMail({
    ...words,
    action: { label: 'Open Organization settings', link: ending.link },
    footer: `Sent by Gatehouse at ${ending.host} to every owner of ${organization}.`,
  })
}
