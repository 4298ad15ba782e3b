'use client'
import { useQuery } from '@tanstack/react-query'
import { useViewer } from '@/components/access/viewer'
import { ProblemBanner } from '@/components/feedback/problem-banner'
import { GeneralPage } from '@/components/settings/general-page'
import { SettingsForm } from '@/components/settings/settings-form'
import { problemOf } from '@/lib/client/problem-error'
import { DomainsRow } from './domains-row'
import { FactorRow } from './factor-row'
import { KeyLifeRow } from './key-life-row'
import { KeyRangesRow } from './key-ranges-row'
import { LengthsRow } from './lengths-row'
import { PolicyConflict } from './policy-conflict'
import { type Policy, policyQuery } from './policy-queries'
import { usePolicyForm } from './use-policy-form'
import { WaysRow } from './ways-row'

/** /settings/general/authentication: what owners demand of their people. */
export function AuthenticationScreen() {
  const { organizationId } = useViewer()
  const read = useQuery(policyQuery(organizationId))
  return (
    <GeneralPage path="/api/gatehouse/v1/policy" read={read}>
      {(policy) => <PolicyForm policy={policy} />}
    </GeneralPage>
  )
}

function PolicyForm({ policy }: { policy: Policy }) {
  const form = usePolicyForm(policy)
  const { problem } = form
  return (
    <SettingsForm
      fields={form.dirty ? form.labels : []}
      pending={form.pending}
      onSave={(element) => {
        element.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
        form.save()
      }}
      onDiscard={form.discard}
    >
      {problem?.code === 'stale' ? (
        <PolicyConflict
          pending={form.pending}
          onKeepTheirs={form.discard}
          onSaveMine={form.saveOver}
        />
      ) : (
        <ProblemBanner problem={problem} className="mt-4" />
      )}
      {form.previewError && (
        <ProblemBanner problem={problemOf(form.previewError)} className="mt-4" />
      )}
      <FactorRow form={form} />
      <WaysRow form={form} />
      <LengthsRow form={form} />
      <DomainsRow form={form} />
      <KeyLifeRow form={form} />
      <KeyRangesRow form={form} />
    </SettingsForm>
  )
}
