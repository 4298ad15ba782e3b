'use client'
import { Plus } from 'lucide-react'
import { useDenial } from '@/components/access/viewer'
import { useCreateDialog } from '@/components/api-keys/use-create-dialog'
import { DataTable } from '@/components/data-table/data-table'
import { sortOf } from '@/components/data-table/sort-text'
import { useTableView } from '@/components/data-table/use-table-view'
import { Contained } from '@/components/feedback/contained'
import { PageHeader } from '@/components/layout/page'
import { useGo } from '@/components/layout/use-go'
import { MenuEntries } from '@/components/menu/menu-entries'
import { EmptyPlaces } from '@/components/resources/empty-places'
import { NoPlaces } from '@/components/resources/no-places'
import type { CloudRow } from '@/components/resources/shapes'
import { Button } from '@/components/ui/button'
import { lazily } from '@/components/ui/lazily'
import { problemOf } from '@/lib/client/problem-error'
import { useCloudActions } from './cloud-actions'
import { cloudColumns } from './cloud-columns'
import { cloudHref } from './cloud-href'
import { cloudListCall, isFiltered } from './cloud-list'
import { CloudsToolbar } from './clouds-toolbar'
import { useClouds } from './use-clouds'

const CreateCloud = lazily(() => import('./create-cloud').then((m) => m.CreateCloud))

const idOf = ({ id }: CloudRow) => id

/** /clouds: those that the reader can reach. */
export function CloudsScreen() {
  const clouds = useClouds()
  const { data, error, isPlaceholderData } = clouds.page
  const view = useTableView('clouds', cloudColumns)
  const create = useCreateDialog()
  const denial = useDenial()('cloud.create')
  const go = useGo()
  const open = (cloud: CloudRow) => go(cloudHref(cloud))
  const actions = useCloudActions(open)
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
      <DataTable
        caption="Clouds"
        columns={cloudColumns}
        rows={data?.rows}
        getRowId={idOf}
        rowLabel={({ name }) => name}
        sort={sortOf(clouds.state.sort)}
        onSort={clouds.sort}
        fetching={isPlaceholderData}
        problem={error && problemOf(error)}
        onRetry={clouds.retry}
        rowMenu={(row) => <MenuEntries actions={actions} row={row} />}
        onOpen={open}
        view={view}
        pager={clouds.pager}
        empty={
          <EmptyPlaces
            one="cloud"
            state={clouds.state}
            filtered={isFiltered(clouds.state)}
            onClear={clouds.clear}
            onFirstPage={clouds.firstPage}
          >
            <NoPlaces
              one="cloud"
              denial={denial}
              denied="You have no clouds yet. An owner of a cloud, or of the organization, can add you."
              onCreate={create.show}
            >
              A cloud is where work runs. People get a role on it, and then in its projects.
              Gatehouse records clouds; it runs nothing itself.
            </NoPlaces>
          </EmptyPlaces>
        }
      />
      <Contained onClose={create.close}>
        {create.isOpen && !denial && <CreateCloud onClose={create.close} />}
      </Contained>
    </>
  )
}
