'use client'
import { useState } from 'react'
import { SignedOutTitle } from '@/components/layout/signed-out-layout'
import { LinkButton } from '@/components/ui/link-button'
import { AnswerLogin } from './answer-login'
import { LoginFacts } from './login-facts'
import type { EndedLogin, OpenLogin } from './open-login'
import { OtherOrganization } from './other-organization'

const titles = {
  allowed: 'Login allowed',
  used: 'Login used',
  refused: 'Login refused',
  expired: 'Link over',
  unknown: 'Login not known',
}

type Props = {
  code: string
  organizationId: string
  login: OpenLogin | EndedLogin
  /** Where else they are a member. */
  others: { id: string; name: string }[]
}

/** What a program asks for, and the answer to it. It shows no key: that goes to the program alone. */
export function LoginScreen({ code, organizationId, ...given }: Props) {
  // As the page was opened: an answer makes Next read it again, and it would be called used.
  const [{ login, others }] = useState(given)
  const [answer, setAnswer] = useState<'allowed' | 'refused' | null>(null)
  if (answer === 'allowed') {
    return (
      <>
        <SignedOutTitle title={titles.allowed}>
          Go back to the terminal: it has its key within seconds. You can close this page.
        </SignedOutTitle>
        <LinkButton href="/api-keys">Look at your API keys</LinkButton>
      </>
    )
  }
  if (answer === 'refused') {
    return (
      <SignedOutTitle title={titles.refused}>
        The program gets nothing. You can close this page.
      </SignedOutTitle>
    )
  }
  if (login.state !== 'pending') {
    return (
      <>
        <SignedOutTitle title={titles[login.state]}>{login.sentence}</SignedOutTitle>
        <LinkButton href="/api-keys">Look at your API keys</LinkButton>
      </>
    )
  }
  return (
    <>
      <SignedOutTitle title="Allow this login?">
        A program asks for an API key that acts as you.
      </SignedOutTitle>
      <LoginFacts login={login} />
      <AnswerLogin code={code} organizationId={organizationId} onAnswer={setAnswer} />
      <OtherOrganization code={code} present={login.organization.id} others={others} />
    </>
  )
}
