// @ts-check
import { isIP } from 'node:net'
import { z } from 'zod'

/**
 * The one description of the configuration. lib/platform/env.ts gives it to TypeScript; the listener and
 * the commands read it here. An empty value counts as unset.
 *
 * @typedef {{ name: string, problem: string, fix: string }} Fault what is wrong with one variable, and what to do
 * @typedef {z.output<typeof schema> & { PUBLIC_URL: string }} ReadEnv
 * @typedef {Record<string, string | undefined>} Source
 */

const levels = /** @type {const} */ (['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])

const whole = (
  /** @type {number} */ least,
  /** @type {number} */ most,
  /** @type {number} */ preset,
) =>
  z
    .string()
    .regex(/^\d{1,7}$/, `Set a whole number from ${least} to ${most}.`)
    .transform(Number)
    .refine((n) => n >= least && n <= most, `Set a whole number from ${least} to ${most}.`)
    .default(preset)

const database = z
  .string()
  .refine(
    (value) => hasProtocol(value, 'postgres:', 'postgresql:'),
    'Set postgresql://user:password@host:5432/database.',
  )
  .optional()

const address = /^[^\s<>@]+@[^\s<>@]+$/

const schema = z
  .object({
    PORT: whole(1, 65535, 3000),
    PUBLIC_URL: z
      .string()
      .refine(
        isOrigin,
        'Set the address people type, without a path: https://gatehouse.example.com.',
      )
      .transform((value) => new URL(value).origin)
      .optional(),
    DATABASE_URL: database,
    MIGRATE_DATABASE_URL: database,
    DATA_DIR: z.string().default('.data'),
    SMTP_URL: z
      .string()
      .refine(
        (value) => hasProtocol(value, 'smtp:', 'smtps:'),
        'Set smtp://user:password@host:587 or smtps://user:password@host:465.',
      )
      .optional(),
    MAIL_FROM: z
      .string()
      .refine(
        (value) => address.test(/<([^<>]*)>\s*$/.exec(value)?.[1] ?? value),
        'Set an address, as in Gatehouse <gatehouse@example.com>.',
      )
      .optional(),
    AUTH_SECRET: z
      .string()
      .min(32, 'Set at least 32 characters: openssl rand -base64 32 makes them.')
      .optional(),
    TRUSTED_PROXIES: z
      .string()
      .transform((value) =>
        value
          .split(',')
          .map((part) => part.trim())
          .filter(Boolean),
      )
      .refine(
        (parts) => parts.every(isNetwork),
        'Set addresses or networks with commas between them: 10.0.0.0/8, ::1.',
      )
      .default([]),
    LOG_LEVEL: z.enum(levels, `Set one of ${levels.join(', ')}.`).default('info'),
    SIGN_IN_BY_EMAIL_LINK: z.enum(['on', 'off'], 'Set on or off.').default('off'),
    INVITATION_MAX_PENDING: whole(1, 100_000, 20),
    INVITATION_MAX_PER_DAY: whole(1, 100_000, 20),
    INVITATION_DAYS: whole(1, 365, 7),
    TERMS_FILE: z.string().optional(),
    PRIVACY_FILE: z.string().optional(),
    PRIVATE_ISSUERS: z
      .string()
      .transform((value) =>
        value
          .split(',')
          .map((part) => part.trim())
          .filter(Boolean),
      )
      .refine(
        (parts) => parts.every(isOrigin),
        'Set origins with commas between them: https://kubernetes.default.svc.',
      )
      .transform((parts) => parts.map((part) => new URL(part).origin))
      .default([]),
    API_KEY_REQUESTS_PER_MINUTE: whole(0, 1_000_000, 6_000),
    ORGANIZATION_CREATION: z
      .enum(['off', 'people', 'anyone'], 'Set one of off, people, anyone.')
      .default('off'),
  })
  .refine(...together('MAIL_FROM', 'SMTP_URL', 'set the address that mail comes from.'))
  .refine(
    ...together(
      'AUTH_SECRET',
      'DATABASE_URL',
      'set at least 32 characters, the same for every process. openssl rand -base64 32 makes them.',
    ),
  )
  .refine(
    ...together(
      'DATABASE_URL',
      'MIGRATE_DATABASE_URL',
      'set the connection that the processes use.',
    ),
  )

const secrets = new Set(['DATABASE_URL', 'MIGRATE_DATABASE_URL', 'SMTP_URL', 'AUTH_SECRET'])

/**
 * Reads the configuration out of `source`. Pure: opens no file, changes nothing, never throws.
 * @param {Source} source
 * @returns {{ ok: true, env: ReadEnv } | { ok: false, faults: Fault[] }}
 */
export function readEnv(source) {
  const given = Object.fromEntries(
    Object.keys(schema.shape).flatMap((name) => {
      const value = source[name]?.trim()
      return value ? [[name, value]] : []
    }),
  )
  const parsed = schema.safeParse(given)
  if (parsed.success) {
    const { data } = parsed
    return {
      ok: true,
      env: { ...data, PUBLIC_URL: data.PUBLIC_URL ?? `http://localhost:${data.PORT}` },
    }
  }
  /** @type {Map<string, Fault>} */
  const faults = new Map()
  for (const { path, message } of parsed.error.issues) {
    const name = String(path[0])
    if (!faults.has(name))
      faults.set(name, { name, problem: problemOf(name, given[name]), fix: message })
  }
  return { ok: false, faults: [...faults.values()] }
}

/** The faults as lines for a person at a terminal. @param {readonly Fault[]} faults */
export function describeFaults(faults) {
  const lines = faults.map(({ name, problem, fix }) => `  ${name} ${problem}. ${fix}`)
  const head =
    faults.length === 1 ? 'One setting needs a change:' : `${faults.length} settings need a change:`
  return [head, ...lines].join('\n')
}

/** @param {string} name @param {string | undefined} value */
function problemOf(name, value) {
  if (value === undefined) return 'is not set'
  return secrets.has(name) ? 'cannot be used as it is' : `is "${value}"`
}

/**
 * `name` is needed once `because` is set. Told along with every other fault, hence `when`.
 * @param {string} name @param {string} because @param {string} message
 * @returns {[(env: Record<string, unknown>) => boolean, { path: string[], message: string, when: () => boolean }]}
 */
function together(name, because, message) {
  const check = (/** @type {Record<string, unknown>} */ env) =>
    env[name] !== undefined || env[because] === undefined
  return [check, { path: [name], message: `${because} needs it: ${message}`, when: () => true }]
}

/** @param {string} value @param {...string} protocols */
function hasProtocol(value, ...protocols) {
  const url = parseUrl(value)
  return url !== null && protocols.includes(url.protocol) && url.hostname !== ''
}

/** @param {string} value */
function isOrigin(value) {
  const url = parseUrl(value)
  return url !== null && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`
}

/** @param {string} value */
function parseUrl(value) {
  try {
    return new URL(value)
  } catch {
    return null
  }
}

/** An address, or a network in CIDR form. @param {string} value */
function isNetwork(value) {
  const [host = '', bits, more] = value.split('/')
  const family = isIP(host)
  if (family === 0 || more !== undefined) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128))
}
