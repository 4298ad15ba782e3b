import { SettingsRow } from '@/components/settings/settings-row'
import { CopyField } from '@/components/ui/copy-field'
import { Time } from '@/components/ui/time'
import { CreatorName } from './creator'
import type { CreatedBy } from './shapes'

type Props = { kind: 'cloud' | 'project'; id: string; creator: CreatedBy; createdAt: string }

/** What never changes of a cloud or a project. */
export const PlaceFacts = ({ kind, id, creator, createdAt }: Props) => (
  <>
    <SettingsRow
      label={kind === 'cloud' ? 'Cloud ID' : 'Project ID'}
      about="Used by the API, the CLI and Terraform. It never changes."
    >
      <CopyField value={id} label={`${kind} ID`} />
    </SettingsRow>
    <SettingsRow label="Created">
      <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1 text-foreground-2">
        <CreatorName creator={creator} />
        <Time at={createdAt} />
      </div>
    </SettingsRow>
  </>
)
