'use client'
import { useState } from 'react'
import { useDenial, useViewer } from '@/components/access/viewer'
import { notify } from '@/components/feedback/notify'
import { ProblemBanner } from '@/components/feedback/problem-banner'
import { PlaceFacts } from '@/components/resources/place-facts'
import type { CloudRow } from '@/components/resources/shapes'
import { Danger } from '@/components/settings/danger'
import { NameRow } from '@/components/settings/name-row'
import { SettingsForm } from '@/components/settings/settings-form'
import { SettingsRow } from '@/components/settings/settings-row'
import { useTexts } from '@/components/settings/use-texts'
import { lazily } from '@/components/ui/lazily'
import { useCommand } from '@/lib/client/use-command'
import { tierDenial } from '@/lib/domain/tier-denial'
import { renameCloudAction } from '@/lib/transport/actions/clouds'
import { AutoAdd } from './auto-add'
import { cloudReads } from './cloud-queries'
import { DefaultCloudRow } from './default-cloud-row'
import { placeWords, stackLabels } from './provider-words'

const DeleteCloud = lazily(() => import('./delete-cloud').then((m) => m.DeleteCloud))

export function CloudSettings({ cloud }: { cloud: CloudRow }) {
  const { organizationId } = useViewer()
  const [deleting, setDeleting] = useState(false)
  const denial = useDenial()
  const rename = useCommand(renameCloudAction, {
    organizationId,
    invalidates: cloudReads,
    onDone: ({ name }) =>
      notify.done(
        <>
          Saved. The cloud is now <bdi className="font-medium">{name}</bdi>.
        </>,
      ),
  })
  const texts = useTexts(`cloud-${cloud.id}`, { name: cloud.name }, cloud.version, {
    ...rename,
    run: ({ name }, expectedVersion) => rename.run({ cloudId: cloud.id, name, expectedVersion }),
  })
  return (
    <>
      <SettingsForm
        fields={texts.dirty ? ['Name'] : []}
        pending={texts.pending}
        onSave={() => void texts.save()}
        onDiscard={texts.discard}
      >
        <ProblemBanner problem={texts.rest} className="mt-4" />
        <NameRow
          about="Unique in the organization. Programs find the cloud by its ID too."
          reason={tierDenial('cloud.rename', cloud.tier)}
          texts={texts}
        />
        <SettingsRow label="Provider and region">
          <p>{placeWords(cloud)}</p>
          <p className="text-muted-foreground">{stackLabels[cloud.computeStack]}</p>
        </SettingsRow>
        <SettingsRow label="Auto add users" about="Who joins the organization joins this cloud.">
          <AutoAdd cloud={cloud} named />
        </SettingsRow>
        <DefaultCloudRow cloud={cloud} />
        <PlaceFacts kind="cloud" {...cloud} />
        <Danger
          title="Delete this cloud"
          verb="Delete cloud…"
          reason={denial('cloud.delete')}
          onAsk={() => setDeleting(true)}
        >
          Its projects and everyone’s roles on it go at once. What runs on the platform keeps
          running.
        </Danger>
      </SettingsForm>
      {deleting && <DeleteCloud cloud={cloud} onClose={() => setDeleting(false)} />}
    </>
  )
}
