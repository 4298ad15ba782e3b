'use client'
import { accessListCall } from '@/components/bindings/access-list'
import { AccessTab } from '@/components/bindings/access-tab'
import { GrantButton } from '@/components/bindings/grant-button'
import { placeOfCloud } from '@/components/bindings/place-of'
import { State } from '@/components/feedback/state'
import { LinkButton } from '@/components/ui/link-button'
import { tierDenial } from '@/lib/domain/tier-denial'
import { AutoAdd } from './auto-add'
import { CloudFrame } from './cloud-frame'

/** /clouds/{id}/access: who has a role on a cloud; those who do not own it read why they see nobody. */
export const CloudAccessScreen = ({ cloudId }: { cloudId: string }) => (
  <CloudFrame
    cloudId={cloudId}
    api={accessListCall({ kind: 'cloud', id: cloudId })}
    actions={(cloud) => <GrantButton place={placeOfCloud(cloud)} />}
  >
    {(cloud) => {
      const denial = tierDenial('cloud.list_members', cloud.tier)
      if (denial) {
        return (
          <State
            title={denial}
            actions={
              <LinkButton variant="primary" href={`/clouds/${cloudId}/projects`}>
                Projects
              </LinkButton>
            }
          >
            Organization owners, and owners of this cloud, can see and change that.
          </State>
        )
      }
      return (
        <>
          <div className="shrink-0 border-b px-(--gutter) py-2.5">
            <AutoAdd cloud={cloud} />
          </div>
          <AccessTab place={placeOfCloud(cloud)} />
        </>
      )
    }}
  </CloudFrame>
)
