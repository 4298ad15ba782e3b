'use client'
import { useQuery } from '@tanstack/react-query'
import { useViewer } from '@/components/access/viewer'
import { PageSection } from '@/components/layout/page'
import { SectionList } from '@/components/person/section-list'
import { problemOf } from '@/lib/client/problem-error'
import { FactorLine } from './factor-line'
import { FactorSetUp } from './factor-set-up'
import { ownFactorsQuery } from './own-factors'
import { RecoveryLine } from './recovery-line'

/** One's own passkeys, apps and recovery codes. */
export function Security() {
  const { organizationId } = useViewer()
  const { data, error, refetch } = useQuery(ownFactorsQuery(organizationId))
  return (
    <PageSection title="Sign-in and security" className="py-5">
      <p className="mb-3 text-foreground-2">
        A passkey signs you in alone. An authenticator app confirms your password.
        {data?.requiredBy && (
          <>
            {' '}
            <bdi>{data.requiredBy}</bdi> asks its people for one of them.
          </>
        )}
      </p>
      <SectionList
        label="Passkeys and apps"
        rows={data?.factors}
        problem={error && problemOf(error)}
        onRetry={refetch}
        empty="None yet: whoever has your password can sign in."
      >
        {(factor) => <FactorLine key={factor.id} factor={factor} />}
      </SectionList>
      {data && data.factors.length > 0 && <RecoveryLine left={data.recoveryCodes} />}
      <FactorSetUp organizationId={organizationId} />
    </PageSection>
  )
}
