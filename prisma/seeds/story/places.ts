import { dice } from '../dice'

const browsers = [
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
  'Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:151.0) Gecko/20100101 Firefox/151.0',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Safari/605.1.15',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36 Edg/156.0.0.0',
]
const phone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Mobile/15E148 Safari/604.1'
/** What acts with a key. */
export const program = 'Terraform/1.13.3 (linux; amd64)'
// Networks for documentation (RFC 5737): nobody's.
const networks = ['203.0.113', '198.51.100', '192.0.2']

/** The address somebody works from. */
export function addressOf(email: string): string {
  const chance = dice('address', email)
  return `${chance.pick(networks)}.${chance.whole(2, 250)}`
}

/** Somebody's browser; now and then it is the phone. */
export function browserOf(email: string, start: Date): string {
  if (dice('device', email, start.toISOString()).chance(0.12)) return phone
  return dice('browser', email).pick(browsers)
}
