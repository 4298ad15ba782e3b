import 'server-only'
import { createTransport, type Transporter } from 'nodemailer'
import { isAccountEmail } from '@/lib/domain/service-account'
import { env } from '../env'
import { once } from '../once'
import { PermanentFailure } from '../outbox/failure'
import { failureOf } from './failure'
import { oneLine } from './text'

export type Message = {
  to: string
  subject: string
  text: string
  html: string
  /** `<id@host>`, the same at every try: messageIdFor. */
  messageId: string
  /** Which try this is: from the second on, the receiver may have it already. */
  attempt?: number
}

const SECOND = 1_000
const LONGEST = 45 * SECOND // for one mail: less than the lease of the outbox
const state = () => once('mail', (): { transport?: Transporter } => ({}))

/** Whether mail can be sent: SMTP_URL is set (and MAIL_FROM with it). */
export const mailIsSetUp = (): boolean => env.SMTP_URL !== undefined

/** The Message-ID of an outbox item: a repeated send carries it again, so receivers see the double. */
export const messageIdFor = (id: string): string =>
  `<${id}@${new URL(env.PUBLIC_URL).hostname.replace(/[^a-z0-9.-]/gi, '')}>`

/**
 * Sends one mail to one address. Throws a PermanentFailure when the server will never take it, another Error
 * when it may later; both messages are sentences for owners, without credentials.
 */
export async function sendMail(message: Message): Promise<void> {
  const { to, subject, text, html, messageId, attempt = 1 } = message
  if (!/^[^\s\p{Cc}<>,;:()"@]+@[^\s\p{Cc}<>,;()"@]+$/u.test(to)) {
    throw new PermanentFailure('The address cannot be written in a mail.')
  }
  if (isAccountEmail(to)) {
    throw new PermanentFailure('The address is of a service account: no mail goes there.')
  }
  const from = sender()
  try {
    await transport().sendMail({
      from,
      to: { name: '', address: to },
      envelope: { from: from.address, to: [to] },
      subject: oneLine(subject),
      text,
      html,
      messageId,
      // RFC 3834: no out-of-office answers
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Gatehouse-Try': String(attempt) },
      disableFileAccess: true,
      disableUrlAccess: true,
      signal: AbortSignal.timeout(LONGEST),
    })
  } catch (error) {
    throw failureOf(error)
  }
}

/** Closes the connections of this process; the next mail opens new ones. */
export function closeMail(): void {
  state().transport?.close()
  state().transport = undefined
}

function transport(): Transporter {
  const mail = state()
  mail.transport ??= createTransport({
    url: env.SMTP_URL as string,
    pool: true,
    maxConnections: 2,
    idleTimeout: 30 * SECOND,
    dnsTimeout: 10 * SECOND,
    connectionTimeout: 10 * SECOND,
    greetingTimeout: 10 * SECOND,
    socketTimeout: 20 * SECOND,
  })
  return mail.transport
}

/** MAIL_FROM, which is an address or `Name <address>`. */
function sender() {
  const value = env.MAIL_FROM as string
  const named = /^(.*)<([^<>]*)>\s*$/.exec(value)
  const name = oneLine(named?.[1] ?? '').replace(/^"(.*)"$/, '$1')
  return { name, address: named?.[2] ?? value }
}
