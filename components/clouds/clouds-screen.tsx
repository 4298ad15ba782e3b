'use client'
import { FolderOpen, Plus } from 'lucide-react'
import { useDenial } from '@/components/access/viewer'
import { useCreateDialog } from '@/components/api-keys/use-create-dialog'
import { useTableView } from '@/components/data-table/use-table-view'
import { Contained } from '@/components/feedback/contained'
import { PageHeader } from '@/components/layout/page'
import { useGo } from '@/components/layout/use-go'
import { defineMenuAction } from '@/components/menu/menu-action'
import { NoPlaces } from '@/components/resources/no-places'
import { placeActions } from '@/components/resources/place-actions'
import { PlacesTable } from '@/components/resources/places-table'
import type { CloudRow } from '@/components/resources/shapes'
import { Button } from '@/components/ui/button'
import { lazily } from '@/components/ui/lazily'
import { cloudColumns } from './cloud-columns'
import { cloudHref } from './cloud-href'
import { cloudListCall, isFiltered } from './cloud-list'
import { CloudsToolbar } from './clouds-toolbar'
import { useClouds } from './use-clouds'

const CreateCloud = lazily(() => import('./create-cloud').then((m) => m.CreateCloud))

/** /clouds: those that the reader can reach. */
export function CloudsScreen() {
  const clouds = useClouds()
  const view = useTableView('clouds', cloudColumns)
  const create = useCreateDialog()
  const denial = useDenial()('cloud.create')
  const go = useGo()
  const open = (cloud: CloudRow) => go(cloudHref(cloud))
  return (
    <>
      <PageHeader
        title="Clouds"
        api={cloudListCall}
        actions={
          <Button
            variant="primary"
            icon={<Plus />}
            disabledReason={denial}
            onPointerEnter={CreateCloud.load}
            onFocus={CreateCloud.load}
            onClick={create.show}
          >
            Create cloud
          </Button>
        }
      />
      <CloudsToolbar clouds={clouds} view={view} />
      <PlacesTable
        one="cloud"
        columns={cloudColumns}
        list={clouds}
        filtered={isFiltered(clouds.state)}
        view={view}
        actions={placeActions('cloud', open, go, toProjects(go))}
        onOpen={open}
        none={
          <NoPlaces
            one="cloud"
            denial={denial}
            denied="You have no clouds yet. An owner of a cloud, or of the organization, can add you."
            onCreate={create.show}
          >
            A cloud is where work runs. People get a role on it, and then in its projects. Gatehouse
            records clouds; it runs nothing itself.
          </NoPlaces>
        }
      />
      <Contained onClose={create.close}>
        {create.isOpen && !denial && <CreateCloud onClose={create.close} />}
      </Contained>
    </>
  )
}

const toProjects = (go: (href: string) => void) =>
  defineMenuAction<CloudRow>({
    id: 'projects',
    label: 'Projects',
    icon: <FolderOpen />,
    run: ({ id }) => go(`/clouds/${id}/projects`),
  })
