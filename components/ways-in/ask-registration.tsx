'use client'
import { requestRegistrationAction } from '@/lib/transport/actions/ways-in'
import { LinkRequestForm } from './link-request-form'

export const AskRegistration = () => (
  <LinkRequestForm
    action={(email) => requestRegistrationAction({ email })}
    label="Confirm this address"
    sent="A link is on its way. It works once, for a day, and leads on: to your name, and a password or a passkey."
  />
)
