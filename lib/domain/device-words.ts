import Bowser from 'bowser'

const LONGEST = 500

/** A browser's user agent as people know it: "Chrome 156 on macOS". Anybody may send any text, so it proves nothing. */
export function deviceWords(userAgent: string | null): string {
  const text = (userAgent ?? '').slice(0, LONGEST)
  if (!/^[\w.-]{1,40}\/\d/.test(text)) return unknown
  const { browser, os, platform } = Bowser.parse(text)
  const named = browser.name && browser.name !== 'Mozilla'
  const name = named ? withVersion(browser.name, browser.version) : programOf(text)
  return [name, placeOf(text, os.name, platform.model)].filter(Boolean).join(' on ')
}

const unknown = 'Unknown browser'

const withVersion = (name = '', version = '') => `${name} ${version.split('.')[0]}`.trim()

/** "curl/8.5.0": other programs say so in their first word. */
const programOf = (text: string) => {
  const [, name, version] = /^([\w.-]+)\/(\d+)/.exec(text) ?? []
  return name === 'Mozilla' ? unknown : withVersion(name, version)
}

const placeOf = (text: string, os: string | undefined, model: string | undefined) => {
  if (model === 'iPhone' || model === 'iPad') return model
  return os === 'Linux' && text.includes('Ubuntu') ? 'Ubuntu' : os
}
