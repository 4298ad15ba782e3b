const ways: Record<string, string> = {
  password: 'Password',
  passkey: 'Passkey',
  email_link: 'Link by email',
  invitation: 'Invitation',
  set_up: 'Set-up link',
}
const factors: Record<string, string> = {
  passkey: 'passkey',
  totp: 'authenticator app',
  recovery_code: 'recovery code',
}

/** "Password and authenticator app": how a session was begun. A passkey alone is both. */
export function proofWords(method: string | null, factor: string | null): string | null {
  if (method === null) return null
  const way = ways[method] ?? method
  if (factor === null || factor === method) return way
  return `${way} and ${factors[factor] ?? factor}`
}
