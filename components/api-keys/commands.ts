/** The two lines of a `.env`. */
export const envFile = (key: string, host: string) =>
  [`ANYSCALE_HOST=${host}`, `ANYSCALE_CLI_TOKEN=${key}`].join('\n')

/** Ways to hand a key to a program. `host` has scheme and authority only, as the official client wants it. */
export const commandsFor = (key: string, host: string) => [
  {
    label: 'Shell',
    text: [
      '# for this terminal; the variable wins over ~/.anyscale/credentials.json',
      `export ANYSCALE_HOST=${host}`,
      `export ANYSCALE_CLI_TOKEN=${key}`,
      'anyscale auth show',
    ].join('\n'),
  },
  { label: '.env', text: envFile(key, host) },
  {
    label: 'curl',
    text: `curl -H "Authorization: Bearer ${key}" ${host}/api/v2/userinfo/`,
  },
]
