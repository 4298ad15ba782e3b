import 'server-only'
import { actionMail, type Mail } from './layout'
import { mailMoment, nameInMail } from './text'

type Invitation = {
  organizationName: string
  inviterName: string
  /** As the product writes it: Owner, Collaborator. */
  roleLabel: string
  link: string
  expiresAt: Date
  /** Where this Gatehouse runs, as people type it. */
  host: string
}

/** The mail that brings an invitation's link. The link proves the address, so it is written nowhere else. */
export function invitationMail(invitation: Invitation): Mail {
  const { roleLabel, link, expiresAt, host } = invitation
  const organization = nameInMail(invitation.organizationName)
  const inviter = nameInMail(invitation.inviterName)
  return actionMail({
    subject: `${inviter} invited you to ${organization}`,
    title: `Join ${organization}`,
    paragraphs: [`${inviter} invited you to ${organization}.`, `You join as: ${roleLabel}`],
    action: { label: `Join ${organization}`, link },
    after: `The link works once, until ${mailMoment(expiresAt)}. It is for you only: whoever has it can join in your place.`,
    footer: `Sent by Gatehouse at ${host}. If you did not expect this invitation, do nothing: it ends by itself.`,
  })
}
