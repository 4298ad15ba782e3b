// @ts-check
// The whole script of /api/v2/docs beside Scalar's own. It stands in the head, so that the theme is there before
// anything is painted.

const root = document.documentElement
const system = matchMedia('(prefers-color-scheme: dark)')

/** The console's theme, by its own key (theme.ts), is the reference's too, and the other way round. */
function adoptTheme() {
  const theme = localStorage.getItem('theme') ?? 'system'
  localStorage.setItem('colorMode', theme) // where Scalar looks
  root.classList.toggle('dark', theme === 'dark' || (theme !== 'light' && system.matches))
}

/** Scalar's switch puts a class on the body. */
function followSwitch() {
  const dark = document.body.classList.contains('dark-mode')
  if (dark === root.classList.contains('dark')) return
  root.classList.toggle('dark', dark)
  localStorage.setItem('theme', dark ? 'dark' : 'light')
}

/** @type {(selector: string) => NodeListOf<Element>} */
const all = (selector) => document.querySelectorAll(selector)

/** What Scalar leaves out for those who do not see the page or use no mouse; axe names the faults. */
function mend() {
  for (const button of all('.code-copy:not([aria-label])'))
    button.setAttribute('aria-label', 'Copy')
  for (const button of all('button[aria-selected]:not([role])')) {
    button.removeAttribute('aria-selected')
  }
  for (const search of all('button[role=search]')) {
    search.removeAttribute('role')
    search.setAttribute('aria-label', 'Search')
  }
  for (const box of all('.custom-scroll:not([tabindex])')) box.setAttribute('tabindex', '0')
  for (const select of all('.client-libraries__select:not([aria-label])')) {
    select.setAttribute('aria-label', 'Language of the examples')
  }
}

adoptTheme()
document.addEventListener('DOMContentLoaded', () => {
  const element = document.getElementById('reference')
  /** @type {{ title: string, url: string }[]} */
  const sources = JSON.parse(element?.dataset.sources ?? '[]')
  // @ts-expect-error a global of Scalar's bundle
  const { Scalar } = window
  Scalar.createApiReference(element, {
    sources: sources.map((source, index) => ({
      ...source,
      slug: source.url.split('/')[2],
      default: index === 0,
    })),
    theme: 'none',
    withDefaultFonts: false,
    // A reference to read: no key is typed in here, and nothing is sent anywhere.
    hideTestRequestButton: true,
    hideClientButton: true,
    showDeveloperTools: 'never',
    telemetry: false,
    agent: { disabled: true },
    mcp: { disabled: true },
    persistAuth: false,
    documentDownloadType: 'direct',
    defaultOpenAllTags: true,
    hideModels: true, // each stands where it is used
    defaultHttpClient: { targetKey: 'shell', clientKey: 'curl' },
    hiddenClients: [
      ...['c', 'clojure', 'csharp', 'dart', 'fsharp', 'http', 'java', 'kotlin', 'objc', 'ocaml'],
      ...[
        'php',
        'r',
        'ruby',
        'rust',
        'swift',
        'wget',
        'httpie',
        'axios',
        'jquery',
        'ofetch',
        'xhr',
      ],
      ...['undici', 'http1.1', 'python3', 'aiohttp', 'httpx_sync', 'httpx_async', 'restmethod'],
    ],
  })
  let due = 0
  const mendSoon = () => {
    cancelAnimationFrame(due)
    due = requestAnimationFrame(mend)
  }
  new MutationObserver(mendSoon).observe(document.body, { childList: true, subtree: true })
  new MutationObserver(followSwitch).observe(document.body, { attributeFilter: ['class'] })
})
