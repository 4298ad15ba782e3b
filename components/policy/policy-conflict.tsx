import { Banner } from '@/components/feedback/banner'
import { KeepOrSave } from '@/components/settings/keep-or-save'

type Props = { pending: boolean; onKeepTheirs: () => void; onSaveMine: () => void }

/** Another owner saved the policy first: theirs is what is stored now. */
export const PolicyConflict = ({ pending, onKeepTheirs, onSaveMine }: Props) => (
  <Banner tone="warning" title="Somebody else changed the policy first" className="mt-4">
    <p>Nothing of yours was saved. What you did not touch shows their values now.</p>
    <KeepOrSave pending={pending} onKeep={onKeepTheirs} onSave={onSaveMine} />
  </Banner>
)
