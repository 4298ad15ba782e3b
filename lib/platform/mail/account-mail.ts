import 'server-only'
import { deviceWords } from '@/lib/domain/device-words'
import { actionMail, type Mail } from './layout'
import { mailMoment, nameInMail, oneLine } from './text'

/** What happened to somebody's account. Names are as people chose them. */
export type AccountNotice =
  | { kind: 'new_device' }
  | { kind: 'password_changed' }
  | { kind: 'factor_added' | 'factor_removed'; name: string }
  | { kind: 'recovery_codes_made' }
  | { kind: 'recovery_code_used'; left: number }
  | { kind: 'key_made'; name: string; organizationName: string; byLogin?: true }
  | { kind: 'email_changed'; from: string; to: string }

/** From where it was done, as the browser said of itself. */
export type Happening = { address: string | null; userAgent: string | null; at: Date }

type Words = { subject: string; said: string; also?: string }

function wordsOf(notice: AccountNotice): Words {
  switch (notice.kind) {
    case 'new_device':
      return {
        subject: 'New sign-in to your account',
        said: 'Somebody signed in to your account with a browser that you had not used before.',
      }
    case 'password_changed':
      return {
        subject: 'Your password was changed',
        said: 'The password of your account was changed. Every other session of yours was ended.',
        also: 'API keys of yours keep working.',
      }
    case 'factor_added':
      return {
        subject: 'A second factor was added to your account',
        said: `${nameInMail(notice.name)} was added to your account as a way to confirm that it is you.`,
      }
    case 'factor_removed':
      return {
        subject: 'A second factor was removed from your account',
        said: `${nameInMail(notice.name)} was removed from your account. It no longer confirms that it is you.`,
      }
    case 'recovery_codes_made':
      return {
        subject: 'New recovery codes were made for your account',
        said: 'New recovery codes were made for your account. The earlier ones work no more.',
      }
    case 'recovery_code_used':
      return {
        subject: 'A recovery code of your account was used',
        said: `Somebody signed in to your account with one of your recovery codes. ${notice.left} are left.`,
      }
    case 'key_made':
      return {
        subject: 'An API key was made with your account',
        said: `The API key ${nameInMail(notice.name)} was made in ${nameInMail(notice.organizationName)}${notice.byLogin ? ' by a login of the command line' : ''}. Programs that have it may do what you may do there.`,
      }
    case 'email_changed':
      return {
        subject: 'The address of your account was changed',
        said: `The address of your account was changed from ${nameInMail(notice.from)} to ${nameInMail(notice.to)}. You sign in with the new one.`,
      }
  }
}

/** The mail that tells somebody of it: what, from where, when, and what to do when it was not them. */
export function accountMail(
  notice: AccountNotice,
  { address, userAgent, at }: Happening,
  publicUrl: string,
): Mail {
  const { subject, said, also } = wordsOf(notice)
  const host = new URL(publicUrl).host
  return actionMail({
    subject,
    title: subject,
    paragraphs: [
      also ? `${said} ${also}` : said,
      `Device: ${nameInMail(deviceWords(userAgent))}`,
      `Network address: ${oneLine(address ?? 'not known')}`,
      `Time: ${mailMoment(at)}`,
    ],
    action: { label: 'Look at your account', link: new URL('/account', publicUrl).href },
    after: notWithYou(notice, publicUrl),
    footer: `Sent by Gatehouse at ${host} to the address of your account.`,
  })
}

const notWithYou = ({ kind }: AccountNotice, publicUrl: string) => {
  if (kind === 'email_changed') {
    return 'If this was not you: tell an owner of your organization and whoever runs this server, at once.'
  }
  const reset = new URL('/forgot-password', publicUrl).href
  return `If this was you, there is nothing to do. If not: choose a new password at ${reset}, which signs everybody else out. Then look at the second factors and API keys under Account, and tell an owner of your organization.`
}
