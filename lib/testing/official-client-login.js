// @ts-check
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * `anyscale login` without a browser, allowed over the API by the code in its link, then `anyscale auth show` by what it wrote: in a
 * home of its own, with no key in the environment.
 * @param {{ anyscale: string, host: string, home: string, key: string, email: string }} given
 * @returns {Promise<boolean[]>} what held
 */
export async function tryLogin({ anyscale, host, home: outer, key, email }) {
  const home = join(outer, 'login')
  mkdirSync(home, { recursive: true })
  const env = /** @type {any} */ ({
    PATH: process.env.PATH,
    HOME: home,
    NO_PROXY: '*',
    COLUMNS: '400',
    PYTHONUNBUFFERED: '1',
    ANYSCALE_HOST: host,
    ANYSCALE_SUPPRESS_UPGRADE_WARNING: '1',
  })
  const held = (
    /** @type {string} */ what,
    /** @type {boolean} */ ok,
    /** @type {string} */ said,
  ) => {
    process.stdout.write(`${ok ? 'ok    ' : 'FAILED'} ${host} ${what}\n${ok ? '' : `${said}\n`}`)
    return ok
  }
  /** @param {string} call @param {string[]} more */
  const login = async (call, ...more) => {
    const child = spawn(anyscale, ['login', '--no-browser', ...more], { env })
    let said = ''
    let answered = false
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', async (text) => {
        said += text
        const code = /\/login-code\?code=([0-9a-f]{64})/.exec(said)?.[1]
        if (!code || answered) return
        answered = true
        const answer = await fetch(`${host}/api/v2/users/${call}`, {
          method: 'POST',
          headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
          body: JSON.stringify({ otp: code }),
        })
        said += `\nanswered ${answer.status}\n`
      })
    }
    const status = await new Promise((resolve) => child.once('close', resolve))
    return { said, status }
  }
  const { said, status } = await login('validate_otp_token')
  const credentials = join(home, '.anyscale', 'credentials.json')
  const written = status === 0 ? readFileSync(credentials, 'utf8') : ''
  const shown = spawnSync(anyscale, ['auth', 'show'], { encoding: 'utf8', env })
  const longest = await login('validate_otp_token', '--no-expire')
  return [
    held('login --no-browser', /answered 204[\s\S]*Successfully logged in/.test(said), said),
    held('writes its credentials', /"agh_pat_[0-9A-Za-z]{50}"/.test(written), written),
    held('auth show', `${shown.stdout}${shown.stderr}`.includes(email), shown.stderr),
    held('login --no-expire', /Successfully logged in/.test(longest.said), longest.said),
  ]
}
