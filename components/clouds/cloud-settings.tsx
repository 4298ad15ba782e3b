'use client'
import { useState } from 'react'
import { useDenial, useViewer } from '@/components/access/viewer'
import { notify } from '@/components/feedback/notify'
import { ProblemBanner } from '@/components/feedback/problem-banner'
import { PageBody } from '@/components/layout/page'
import { Danger } from '@/components/resources/danger'
import { NameRow } from '@/components/resources/name-row'
import { PlaceFacts } from '@/components/resources/place-facts'
import type { CloudRow } from '@/components/resources/shapes'
import { usePlaceTexts } from '@/components/resources/use-place-texts'
import { SaveBar } from '@/components/settings/save-bar'
import { SettingsRow } from '@/components/settings/settings-row'
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
  const texts = usePlaceTexts(`cloud-${cloud.id}`, { name: cloud.name }, cloud.version, {
    ...rename,
    run: ({ name }, expectedVersion) => rename.run({ cloudId: cloud.id, name, expectedVersion }),
  })
  const { problem } = texts
  const said = problem?.code === 'stale' || problem?.code === 'conflict' || problem?.errors?.length
  return (
    <form
      noValidate
      className="flex min-h-0 flex-1 flex-col"
      onSubmit={(event) => {
        event.preventDefault()
        if (texts.dirty) void texts.save()
      }}
    >
      <PageBody className="pt-0">
        <div className="max-w-212">
          {problem && !said && <ProblemBanner problem={problem} className="mt-4" />}
          <NameRow
            about="Unique in the organization. Programs find the cloud by its ID too."
            value={texts.values.name}
            input={texts.input}
            reason={tierDenial('cloud.rename', cloud.tier)}
            problem={problem}
            pending={texts.pending}
            onType={(name) => texts.type({ name })}
            onDiscard={texts.discard}
            onSave={(version) => void texts.save(version)}
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
        </div>
      </PageBody>
      <SaveBar
        fields={texts.dirty ? ['Name'] : []}
        pending={texts.pending}
        onDiscard={texts.discard}
      />
      {deleting && <DeleteCloud cloud={cloud} onClose={() => setDeleting(false)} />}
    </form>
  )
}
