import { isAccountEmail } from '@/lib/domain/service-account'
import { Named } from './named'

/** Whose a key is: a person by address, an account by what stands before it. */
export const Holder = ({ word, email }: { word: 'for' | 'of'; email: string | undefined }) =>
  email && (
    <>
      {' '}
      {word} <Named>{isAccountEmail(email) ? email.slice(0, email.indexOf('@')) : email}</Named>
    </>
  )
