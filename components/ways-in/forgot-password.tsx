'use client'
import { requestPasswordResetAction } from '@/lib/transport/actions/ways-in'
import { LinkRequestForm } from './link-request-form'

type Props = { organizationId: string | null }

export const ForgotPassword = ({ organizationId }: Props) => (
  <LinkRequestForm
    action={(email) =>
      requestPasswordResetAction({ email, ...(organizationId && { organizationId }) })
    }
    label="Mail me a link"
    sent="If this address has an account, a link is on its way. It works once, for an hour. Look among unwanted mail too."
  />
)
