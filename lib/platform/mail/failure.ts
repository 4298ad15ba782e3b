import 'server-only'
import { scrub } from '../../listener/log.js'
import { PermanentFailure } from '../outbox/failure'

type SmtpError = {
  code?: string
  command?: string
  response?: string
  responseCode?: number
  permanent?: boolean
}

const MOST = 160

/**
 * What went wrong, as a sentence for an owner, without credentials. Permanent is only a reply of the class 5yz
 * about this address or this message (RFC 5321 §4.2.1): sign-in and sender are settings that somebody can mend.
 */
export function failureOf(error: unknown): Error {
  const { code, command = '', response = '', permanent } = (error ?? {}) as SmtpError
  const reply = bounded(response)
  if (code === 'EAUTH' || code === 'ENOAUTH' || command.startsWith('AUTH')) {
    return new Error('The mail server did not accept the sign-in of this server.')
  }
  if (reply === '') return unreached(code)
  if (!permanent) return new Error(`The mail server cannot take the message now: ${reply}`)
  if (command === 'RCPT TO') {
    return new PermanentFailure(`The mail server refused the address: ${reply}`)
  }
  if (command === 'DATA') {
    return new PermanentFailure(`The mail server refused the message: ${reply}`)
  }
  return new Error(`The mail server refused this server: ${reply}`)
}

function unreached(code: string | undefined): Error {
  switch (code) {
    case 'EDNS':
      return new Error('The name of the mail server is not known.')
    case 'ETLS':
      return new Error('No secure connection to the mail server could be made.')
    case 'EABORT':
    case 'ETIMEDOUT':
      return new Error('The mail server did not answer in time.')
    case 'EMESSAGE':
    case 'EENVELOPE':
      return new PermanentFailure('The mail server does not take such a message or address.')
    default:
      return new Error('The mail server cannot be reached.')
  }
}

// Replies have several lines, each with the code: kept once. What follows is the other side's text.
const bounded = (response: string) => {
  const line = scrub(response)
    .replace(/[\r\n]+\d{3}[ -]/g, ' ')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  return [...line].slice(0, MOST).join('')
}
