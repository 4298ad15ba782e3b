import 'server-only'
import { type PolicyRow, policyRow } from '@/lib/platform/db/policy-row'
import { emailLinksAreOn } from '@/lib/platform/mail/sign-in-links'
import { noPolicy, type PolicyValues, type SignInWay } from '../policy-rules'

export type StoredPolicy = PolicyValues & Pick<PolicyRow, 'secondFactorSince' | 'version'>

/** The policy of the door's organization; one that nobody ever changed is version 1. */
export async function presentPolicy(db: object): Promise<StoredPolicy> {
  const row = await policyRow(db)
  if (!row) return { ...noPolicy, secondFactorSince: null, version: 1 }
  return row as StoredPolicy
}

/** The ways that lead in here: what owners allow, as far as the installation has it. */
export const usableWays = ({ signInMethods }: Pick<PolicyValues, 'signInMethods'>): SignInWay[] =>
  signInMethods.filter((way) => way !== 'email_link' || emailLinksAreOn())
