import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerOptions } from 'smtp-server'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { isPermanentFailure } from '../outbox/failure'
import { invitationMail } from './invitation-mail'
import { closeMail, mailIsSetUp, messageIdFor, sendMail } from './mail'

// The configuration is read once, so one port serves all tests: settings holds what the server does now.
const settings = vi.hoisted(() => {
  process.env.AUTH_SECRET = 'a secret of the tests, long enough to be one'
  process.env.DATA_DIR = 'memory:'
  process.env.PUBLIC_URL = 'https://gatehouse.halden.example'
  process.env.MAIL_FROM = '"Gatehouse, Halden" <gatehouse@halden.example>'
  process.env.SMTP_URL = 'smtp://clerk:s3cret-word@localhost:0'
  return { port: 0 }
})
vi.mock('../env', () => ({
  env: new Proxy(process.env, {
    get: (source, name) =>
      name === 'SMTP_URL'
        ? source.SMTP_URL?.replace(/:0$/, `:${settings.port}`)
        : Reflect.get(source, name),
  }),
  logLevel: () => 'silent',
}))

type Received = { raw: string; from: string; to: string[]; connection: string }
let received: Received[] = []
let server: SMTPServer

const refusal = (responseCode: number, message: string) =>
  Object.assign(new Error(message), { responseCode })

function listen(more: SMTPServerOptions = {}) {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) =>
      username === 'clerk' && password === 's3cret-word'
        ? done(null, { user: 'clerk' })
        : done(new Error('no')),
    onData(stream: SMTPServerDataStream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk) => chunks.push(chunk))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        received.push({
          raw: Buffer.concat(chunks).toString('utf8'),
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          connection: session.id,
        })
        done()
      })
    },
    ...more,
  })
  return new Promise<void>((resolve) => {
    server.listen(settings.port, '127.0.0.1', () => {
      settings.port = (server.server.address() as AddressInfo).port
      resolve()
    })
  })
}

/** The decoded parts of a multipart message, by type. */
function partsOf(raw: string): Record<string, string> {
  const boundary = /boundary="([^"]+)"/.exec(raw)?.[1] as string
  const parts = raw.split(`--${boundary}`).slice(1, -1)
  return Object.fromEntries(
    parts.map((part) => {
      const [head = '', ...body] = part.trim().split('\r\n\r\n')
      const coded = body.join('\r\n\r\n')
      const text = /base64/i.test(head)
        ? Buffer.from(coded, 'base64').toString('utf8')
        : Buffer.from(
            coded
              .replace(/=\r\n/g, '')
              .replace(/=([0-9A-F]{2})/g, (_, hex) =>
                String.fromCharCode(Number.parseInt(hex, 16)),
              ),
            'latin1',
          ).toString('utf8')
      return [/content-type: ([^;]+)/i.exec(head)?.[1] as string, text.replaceAll('\r\n', '\n')]
    }),
  )
}

const mail = () =>
  invitationMail({
    organizationName: 'Halden Robotics 🦾',
    inviterName: 'مريم الفاسي',
    roleLabel: 'Collaborator',
    link: 'https://gatehouse.halden.example/register?invitation=gth_inv_0123456789&o=1',
    expiresAt: new Date('2026-12-01T14:32:00Z'),
    host: 'gatehouse.halden.example',
  })
const message = (more: object = {}) => ({
  ...mail(),
  to: 'lena.vogt@brightwell.example',
  messageId: messageIdFor('out_1'),
  ...more,
})
const failing = async (more: object = {}) => {
  const error = await sendMail(message(more)).then(
    () => null,
    (error: Error) => error,
  )
  return { sentence: error?.message, permanent: isPermanentFailure(error) }
}

beforeEach(() => {
  received = []
})
afterEach(async () => {
  closeMail()
  await new Promise<void>((resolve) => server.close(resolve))
})

describe('a mail', () => {
  it('arrives as text and HTML, with the envelope and the headers it should have', async () => {
    await listen()
    await sendMail(message())
    const [{ raw, from, to } = { raw: '', from: '', to: [] }] = received
    expect({ from, to }).toEqual({
      from: 'gatehouse@halden.example',
      to: ['lena.vogt@brightwell.example'],
    })
    expect(raw).toMatch(/^Message-ID: <out_1@gatehouse\.halden\.example>\r$/m)
    expect(raw).toMatch(/^From: "Gatehouse, Halden" <gatehouse@halden\.example>\r$/m)
    expect(raw).toMatch(/^To: lena\.vogt@brightwell\.example\r$/m)
    expect(raw).toMatch(/^Auto-Submitted: auto-generated\r$/m)
    const { text, html } = mail()
    const parts = partsOf(raw)
    expect(parts['text/plain']?.trim()).toBe(text.trim())
    expect(parts['text/html']?.trim()).toBe(html.trim())
  })

  it('goes to one address, over a connection that is kept', async () => {
    await listen()
    await sendMail(message())
    await sendMail(message({ subject: 'Two\r\nBcc: everybody@halden.example' }))
    expect(received.map(({ to }) => to.length)).toEqual([1, 1])
    expect(received[0]?.connection).toBe(received[1]?.connection)
    expect(received[1]?.raw).not.toMatch(/^Bcc:/im)
    for (const to of [
      'a@halden.example, b@halden.example',
      'a@halden.example\r\nRCPT TO:<b@halden.example>',
      'Lena <a@halden.example>',
      'nobody',
    ]) {
      expect((await failing({ to })).permanent).toBe(true)
    }
    expect(received).toHaveLength(2)
  })

  it('can be sent when SMTP_URL is set', async () => {
    await listen()
    expect(mailIsSetUp()).toBe(true)
    vi.stubEnv('SMTP_URL', undefined)
    expect(mailIsSetUp()).toBe(false)
    vi.unstubAllEnvs()
  })
})

describe('a failure', () => {
  it('is permanent when the server refuses the address', async () => {
    await listen({ onRcptTo: (_a, _s, done) => done(refusal(550, '5.1.1 No such person.')) })
    expect(await failing()).toEqual({
      sentence: 'The mail server refused the address: 550 5.1.1 No such person.',
      permanent: true,
    })
  })

  it('is permanent, and never tried, at the address of a service account', async () => {
    const to = 'ci@org-7k2m9qx4vt8wz3n6c5h1r0bj4e.serviceaccount.com'
    expect(await failing({ to })).toEqual({
      sentence: 'The address is of a service account: no mail goes there.',
      permanent: true,
    })
    expect(received).toEqual([])
  })

  it('is permanent when the server refuses the message, and bounded', async () => {
    await listen({
      onData(stream, _session, done) {
        stream.resume().on('end', () => done(refusal(554, `5.7.1 Spam ${'x'.repeat(400)}`)))
      },
    })
    const { sentence = '', permanent } = await failing()
    expect(permanent).toBe(true)
    expect(sentence).toMatch(/^The mail server refused the message: 554 5\.7\.1 Spam x+$/)
    expect(sentence.length).toBeLessThanOrEqual(200)
  })

  it('is temporary when the server says so', async () => {
    await listen({ onRcptTo: (_a, _s, done) => done(refusal(451, '4.7.1 Greylisted.')) })
    expect(await failing()).toEqual({
      sentence: 'The mail server cannot take the message now: 451 4.7.1 Greylisted.',
      permanent: false,
    })
  })

  it('is temporary when the sender or the sign-in is refused: settings can be mended', async () => {
    await listen({ onMailFrom: (_a, _s, done) => done(refusal(553, 'Not your address.')) })
    expect(await failing()).toEqual({
      sentence: 'The mail server refused this server: 553 Not your address.',
      permanent: false,
    })
    closeMail()
    await new Promise<void>((resolve) => server.close(resolve))
    await listen({
      onAuth: ({ password }, _session, done) => done(refusal(535, `Wrong: ${password}`)),
    })
    expect(await failing()).toEqual({
      sentence: 'The mail server did not accept the sign-in of this server.',
      permanent: false,
    })
  })

  it('is temporary when nobody answers', async () => {
    await listen()
    await new Promise<void>((resolve) => server.close(resolve))
    expect(await failing()).toEqual({
      sentence: 'The mail server cannot be reached.',
      permanent: false,
    })
    await listen()
    expect(await failing()).toEqual({ sentence: undefined, permanent: false })
  })
})
