import 'server-only'
import { actionMail, type Mail } from './layout'
import { mailMoment, nameInMail } from './text'

/** A mail with a link for one account. The link proves the address, so it is written nowhere else. */
export type LinkMail = { link: string; expiresAt: Date } & (
  | { kind: 'reset_password' | 'choose_password' | 'sign_in' | 'register' }
  | { kind: 'confirm_old_email' | 'confirm_new_email'; from: string; to: string }
)

/** Mails without a secret, to somebody who asked for what cannot be done. */
export type Refusal = { kind: 'has_account' } | { kind: 'address_taken'; from: string }

type Words = { subject: string; said: string; label: string; unasked: string }

const ignored = 'If you did not ask for it, do nothing: without the link nothing changes.'

function wordsOf(mail: LinkMail): Words {
  switch (mail.kind) {
    case 'reset_password':
      return {
        subject: 'Set a new password',
        said: 'Somebody asked for a new password for your account. Setting one signs your account out everywhere.',
        label: 'Set a new password',
        unasked: ignored,
      }
    case 'choose_password':
      return {
        subject: 'Choose a password',
        said: 'Nobody has shown yet that this address is theirs. Choose a password by this link: from then on the account of this address is yours alone, and earlier passwords of it work no more.',
        label: 'Choose a password',
        unasked: ignored,
      }
    case 'sign_in':
      return {
        subject: 'Your link to sign in',
        said: 'By this link you sign in to your account. A second factor, if you have one, is asked for as always.',
        label: 'Sign in',
        unasked: ignored,
      }
    case 'register':
      return {
        subject: 'Confirm your address',
        said: 'Somebody began to make an account with this address. By this link you go on: with a name and a password.',
        label: 'Make your account',
        unasked: ignored,
      }
    case 'confirm_old_email':
      return {
        subject: 'Confirm the change of your address',
        said: `The address of your account is to change from ${nameInMail(mail.from)} to ${nameInMail(mail.to)}. Both addresses confirm it, in any order.`,
        label: 'Confirm or stop the change',
        unasked:
          'If you did not ask for it, stop it by the same link, and set a new password: somebody is signed in as you.',
      }
    case 'confirm_new_email':
      return {
        subject: 'Confirm your new address',
        said: `An account is to change its address from ${nameInMail(mail.from)} to this one. Open the link in the browser in which you are signed in to that account.`,
        label: 'Confirm this address',
        unasked:
          'If you have no such account, do nothing: somebody may have mistyped their address.',
      }
  }
}

export function linkMail(mail: LinkMail, publicUrl: string): Mail {
  const { subject, said, label, unasked } = wordsOf(mail)
  return actionMail({
    subject,
    title: subject,
    paragraphs: [said],
    action: { label, link: mail.link },
    after: `The link works once, until ${mailMoment(mail.expiresAt)}. It is for you only: do not pass it on.`,
    footer: `Sent by Gatehouse at ${new URL(publicUrl).host}. ${unasked}`,
  })
}

export function refusalMail(mail: Refusal, publicUrl: string): Mail {
  const host = new URL(publicUrl).host
  const words =
    mail.kind === 'has_account'
      ? {
          subject: 'You have an account already',
          said: 'Somebody began to make an account with this address, which has one. Sign in instead.',
        }
      : {
          subject: 'This address has an account already',
          said: `The account of ${nameInMail(mail.from)} was to change its address to this one, which has an account of its own. Nothing was changed.`,
        }
  return actionMail({
    subject: words.subject,
    title: words.subject,
    paragraphs: [words.said],
    action: { label: 'Sign in', link: new URL('/sign-in', publicUrl).href },
    after: `A forgotten password: ask for a link at ${new URL('/forgot-password', publicUrl).href}.`,
    footer: `Sent by Gatehouse at ${host}. If you did not ask for this, do nothing.`,
  })
}
