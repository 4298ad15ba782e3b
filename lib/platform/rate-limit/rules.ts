/** What is counted: the client's network, the key of the input (an email, a token), or the two together. */
export type Rule = {
  by: 'address' | 'key' | 'pair'
  points: number
  seconds: number
  wait?: number
}

const MINUTES = 60
const HOURS = 3_600

/** How long an address from which somebody signed in stays known for that account, in seconds. */
export const KNOWN_FOR = 90 * 24 * HOURS

/**
 * Counted in this order, and the first refusal ends it: one stranger behind one address runs out of tries long
 * before the account does. 100 tries a day for an account: NIST SP 800-63B-4 §3.2.2.
 */
export const rules = {
  sign_in: [
    { by: 'address', points: 200, seconds: 15 * MINUTES },
    { by: 'pair', points: 10, seconds: 15 * MINUTES, wait: 15 * MINUTES },
    { by: 'pair', points: 40, seconds: 24 * HOURS },
    { by: 'key', points: 100, seconds: 24 * HOURS },
  ],
  // Six digits, three of them right at any time: across all addresses 100 tries a day are a chance of 1 in 3,000.
  second_factor: [
    { by: 'address', points: 200, seconds: 15 * MINUTES },
    { by: 'pair', points: 6, seconds: 5 * MINUTES, wait: 5 * MINUTES },
    { by: 'pair', points: 40, seconds: 24 * HOURS },
    { by: 'key', points: 20, seconds: 15 * MINUTES, wait: 15 * MINUTES },
    { by: 'key', points: 100, seconds: 24 * HOURS },
  ],
  // Nobody guesses a passkey: this bounds what a stranger makes the server do.
  passkey: [{ by: 'address', points: 600, seconds: 15 * MINUTES }],
  // Signatures of strangers, and questions to their issuers. Whoever runs many machines behind one address gets a key.
  token: [{ by: 'address', points: 1_000, seconds: 15 * MINUTES }],
  set_up: [{ by: 'address', points: 30, seconds: 15 * MINUTES }],
  accept: [
    { by: 'address', points: 200, seconds: 15 * MINUTES },
    { by: 'key', points: 30, seconds: 15 * MINUTES },
  ],
  link: [
    { by: 'address', points: 40, seconds: 15 * MINUTES },
    { by: 'pair', points: 5, seconds: 15 * MINUTES },
    { by: 'key', points: 10, seconds: 1 * HOURS },
  ],
  mail: [
    { by: 'address', points: 300, seconds: 1 * HOURS },
    { by: 'key', points: 100, seconds: 1 * HOURS },
  ],
  organization: [{ by: 'address', points: 60, seconds: 1 * HOURS }],
  // Of a hundred keys each: scanners report what they find at once.
  found_keys: [{ by: 'address', points: 60, seconds: 10 * MINUTES }],
  // Nobody guesses a code: these bound what strangers make the server keep and look up. A login asks 20 times a minute.
  login_begin: [{ by: 'address', points: 60, seconds: 10 * MINUTES }],
  login_poll: [{ by: 'address', points: 1_200, seconds: 5 * MINUTES }],
  login_answer: [
    { by: 'address', points: 200, seconds: 15 * MINUTES },
    { by: 'key', points: 30, seconds: 15 * MINUTES },
  ],
} as const satisfies Record<string, readonly Rule[]>

export type LimitName = keyof typeof rules
