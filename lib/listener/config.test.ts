import { describe, expect, it } from 'vitest'
import { describeFaults, readEnv } from './config.js'

const faultsOf = (source: Record<string, string>) => {
  const read = readEnv(source)
  return read.ok ? [] : read.faults.map((fault) => fault.name)
}

describe('configuration', () => {
  it('needs nothing', () => {
    expect(readEnv({})).toEqual({
      ok: true,
      env: {
        PORT: 3000,
        PUBLIC_URL: 'http://localhost:3000',
        DATA_DIR: '.data',
        TRUSTED_PROXIES: [],
        LOG_LEVEL: 'info',
        INVITATION_MAX_PENDING: 20,
        INVITATION_MAX_PER_DAY: 20,
        INVITATION_DAYS: 7,
        ORGANIZATION_CREATION: 'off',
        SIGN_IN_BY_EMAIL_LINK: 'off',
        PRIVATE_ISSUERS: [],
        API_KEY_REQUESTS_PER_MINUTE: 6_000,
      },
    })
  })

  it('takes an empty value for an unset one', () => {
    expect(readEnv({ PORT: '', SMTP_URL: '  ', LOG_LEVEL: '' })).toEqual(readEnv({}))
  })

  it('follows the port in the address it assumes', () => {
    const read = readEnv({ PORT: '3107' })
    expect(read.ok && read.env.PUBLIC_URL).toBe('http://localhost:3107')
  })

  it.each([
    ['https://gate.example/', 'https://gate.example'],
    ['HTTP://Gate.Example:8080', 'http://gate.example:8080'],
  ])('reads the address %s', (given, origin) => {
    const read = readEnv({ PUBLIC_URL: given })
    expect(read.ok && read.env.PUBLIC_URL).toBe(origin)
  })

  it.each([
    'gate.example',
    'ftp://gate.example',
    'https://gate.example/console',
    'https://u:p@gate.example',
  ])('refuses the address %s', (given) =>
    expect(faultsOf({ PUBLIC_URL: given })).toEqual(['PUBLIC_URL']),
  )

  it('tells every fault at once, also those that need two variables', () => {
    const faults = faultsOf({
      PORT: '70000',
      DATABASE_URL: 'postgresql://db/gatehouse',
      SMTP_URL: 'smtp://mail.example',
      TRUSTED_PROXIES: '10.0.0.0/33',
      LOG_LEVEL: 'loud',
      INVITATION_DAYS: '0',
    })
    expect(faults.sort()).toEqual(
      [
        'AUTH_SECRET',
        'INVITATION_DAYS',
        'LOG_LEVEL',
        'MAIL_FROM',
        'PORT',
        'TRUSTED_PROXIES',
      ].sort(),
    )
  })

  it('asks for a database when only its migration connection is set', () => {
    expect(faultsOf({ MIGRATE_DATABASE_URL: 'postgresql://db/gatehouse' })).toEqual([
      'DATABASE_URL',
    ])
  })

  it('says what to do, and never repeats a secret', () => {
    const read = readEnv({
      AUTH_SECRET: 'too-short-hunter2',
      DATABASE_URL: `mysql:${'//u:hunter2@db/x'}`,
      PORT: 'http',
    })
    const text = read.ok ? '' : describeFaults(read.faults)
    expect(text).toContain('3 settings need a change')
    expect(text).toContain('PORT is "http". Set a whole number from 1 to 65535.')
    expect(text).not.toContain('hunter2')
  })

  it.each(['Gatehouse <gate@example.com>', 'gate@example.com'])('sends mail from %s', (from) =>
    expect(faultsOf({ MAIL_FROM: from, SMTP_URL: 'smtps://u:p@mail.example:465' })).toEqual([]),
  )

  it.each(['Gatehouse', 'a b@example.com', 'Gatehouse <>'])('does not send mail from %s', (from) =>
    expect(faultsOf({ MAIL_FROM: from })).toEqual(['MAIL_FROM']),
  )
})
