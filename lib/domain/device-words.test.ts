import { expect, test } from 'vitest'
import { deviceWords } from './device-words'

const mozilla = 'Mozilla/5.0'
test.each([
  [
    `${mozilla} (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36`,
    'Chrome 156 on macOS',
  ],
  [
    `${mozilla} (X11; Ubuntu; Linux x86_64; rv:151.0) Gecko/20100101 Firefox/151.0`,
    'Firefox 151 on Ubuntu',
  ],
  [
    `${mozilla} (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36`,
    'Chrome 140 on Linux',
  ],
  [
    `${mozilla} (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1`,
    'Safari 18 on iPhone',
  ],
  [
    `${mozilla} (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0`,
    'Microsoft Edge 140 on Windows',
  ],
  ['curl/8.5.0', 'curl 8'],
  ['Mozilla/5.0 (demo)', 'Unknown browser'],
  ['', 'Unknown browser'],
  [null, 'Unknown browser'],
  ['x'.repeat(100_000), 'Unknown browser'],
])('agent %#', (userAgent, words) => {
  expect(deviceWords(userAgent)).toBe(words)
})
