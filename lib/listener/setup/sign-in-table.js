// @ts-check

/** @typedef {{ email: string, password: string, api_key: string }} Account */

/**
 * Sign-in data as lines for a terminal.
 * @param {Record<string, Account>} accounts by what each of them is: owner, second_owner …
 * @returns {string[]}
 */
export function signInTable(accounts) {
  const rows = Object.entries(accounts).map(([name, account]) => ({
    ...account,
    who: whoOf(name),
  }))
  const wide = (/** @type {'who' | 'email'} */ column) =>
    Math.max(...rows.map((row) => row[column].length)) + 2
  const [who, email] = [wide('who'), wide('email')]
  return [
    'Sign in as',
    ...rows.map((row) => `${row.who.padEnd(who)}${row.email.padEnd(email)}${row.password}`),
    '',
    'API keys',
    ...rows.map((row) => `${row.who.padEnd(who)}${row.api_key}`),
  ]
}

/** @param {string} name */
function whoOf(name) {
  if (name === 'stranger') return 'Owner of another organization'
  const words = name.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
