import type { TrustRule } from '@/lib/modules/trust/trust-rule'

/** The form of a rule. Claims stand one on a line: name=value. */
export type RuleValues = {
  name: string
  issuer: string
  audience: string
  subject: string
  claims: string
  jwks: string
  seconds: string
}

export const presetNames = {
  github: 'GitHub Actions',
  gitlab: 'GitLab',
  kubernetes: 'Kubernetes',
  other: 'Another issuer',
} as const
export type Preset = keyof typeof presetNames

type Suggested = Pick<RuleValues, 'issuer' | 'subject'> & { hint: string }
/** What each of them puts in its tokens. */
export const presets: Record<Preset, Suggested> = {
  github: {
    issuer: 'https://token.actions.githubusercontent.com',
    subject: 'repo:OWNER/REPOSITORY:ref:refs/heads/main',
    hint: 'The job needs permissions: id-token: write.',
  },
  gitlab: {
    issuer: 'https://gitlab.com',
    subject: 'project_path:GROUP/PROJECT:ref_type:branch:ref:main',
    hint: 'The job needs id_tokens with this audience.',
  },
  kubernetes: {
    issuer: 'https://kubernetes.default.svc',
    subject: 'system:serviceaccount:NAMESPACE:NAME',
    hint: 'The issuer is what the cluster puts in iss. Paste its keys if it can’t be reached from here.',
  },
  other: { issuer: '', subject: '', hint: 'Any issuer with an OpenID discovery document.' },
}

/** Words that stand for what only the owner knows. */
export const isUnfilled = (text: string): boolean =>
  /\b(?:OWNER|REPOSITORY|GROUP|PROJECT|NAMESPACE|NAME)\b/.test(text)

export const newRule = (issuer: string): RuleValues => ({
  ...{ name: '', audience: issuer, claims: '', jwks: '', seconds: '900' },
  ...{ issuer: presets.github.issuer, subject: presets.github.subject },
})

export const valuesOf = ({ name, issuer, audience, subject, claims, ...rest }: TrustRule) => ({
  ...{ name, issuer, audience, subject, jwks: rest.jwks, seconds: String(rest.seconds) },
  claims: Object.entries(claims)
    .map(([claim, value]) => `${claim}=${value}`)
    .join('\n'),
})

/** The lines of claims as the rule has them; null: one of them is no name=value. */
export function claimsOf(text: string): Record<string, string> | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const pairs = lines.map((line) => /^\s*([^=\s]+)\s*=\s*(.*\S)\s*$/.exec(line))
  if (pairs.some((pair) => !pair)) return null
  return Object.fromEntries(pairs.map((pair) => [pair?.[1] ?? '', pair?.[2] ?? '']))
}
