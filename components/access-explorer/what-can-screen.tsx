'use client'
import { useQuery } from '@tanstack/react-query'
import { debounce, useQueryStates } from 'nuqs'
import { useMemo } from 'react'
import { PermissionPicker } from '@/components/access/permission-picker'
import { placeGlyph } from '@/components/access/place-glyph'
import { useViewer } from '@/components/access/viewer'
import type { Column } from '@/components/data-table/column'
import { DataTable } from '@/components/data-table/data-table'
import { pagerOf } from '@/components/data-table/pager'
import { DownloadButton } from '@/components/export/download-button'
import { State } from '@/components/feedback/state'
import { NothingMatches } from '@/components/feedback/states'
import { Toolbar } from '@/components/layout/page'
import { LinkButton } from '@/components/ui/link-button'
import { SearchInput } from '@/components/ui/search-input'
import { Truncate } from '@/components/ui/truncate'
import { problemOf } from '@/lib/client/problem-error'
import { consoleQuery } from '@/lib/client/query'
import { rangeWords } from '@/lib/client/words'
import { entryOf } from '@/lib/domain/permissions'
import type { Reached } from '@/lib/modules/access/reach'
import { ExplorerFrame, Sentence } from './explorer-frame'
import {
  isOfPlaces,
  levelOf,
  type WhatPage,
  whatCall,
  whatFilters,
  whatInput,
  whatParsers,
} from './explorer-state'
import { ProofPanel } from './proof-panel'
import { reachColumns } from './reach-columns'
import { SentencePerson } from './sentence-person'
import { Unasked, useOwnExamples } from './unasked'

const thing = ({ cloud, project }: Reached) =>
  project ? ({ kind: 'project', ...project } as const) : ({ kind: 'cloud', ...cloud } as const)

/** /access/what-can: the clouds or projects where somebody may do something. */
export function WhatCanScreen() {
  const { organizationId } = useViewer()
  const [state, set] = useQueryStates(whatParsers, { history: 'push' })
  const { data, error, isPlaceholderData, refetch } = useQuery({
    ...consoleQuery<WhatPage>(organizationId, 'access.what_can', whatInput(state)),
    enabled: state.who !== null,
  })
  const on = levelOf(state.permission) === 'cloud' ? 'cloud' : 'project'
  const columns = useMemo(() => columnsOf(on), [on])
  const shown = state.who === null ? undefined : data
  const examples = useOwnExamples()
  const open = shown?.rows.find((row) => thing(row).id === state.of)
  const name = shown?.member.name ?? ''
  return (
    <ExplorerFrame
      api={state.who ? whatCall(state) : undefined}
      actions={
        <DownloadButton
          name="what-can"
          words="Download CSV"
          input={whatFilters(state)}
          disabledReason={state.who ? null : 'Choose somebody first.'}
        />
      }
      proof={
        open &&
        shown && (
          <ProofPanel
            asked={{
              memberId: shown.member.id,
              permission: state.permission,
              place: { kind: thing(open).kind, id: thing(open).id },
            }}
            name={shown.member.name}
            leading={placeGlyph(thing(open).kind)}
            words={
              <>
                can {entryOf(state.permission).label} on <bdi>{thing(open).name}</bdi>
              </>
            }
            actions={
              <LinkButton size="small" href={`/${thing(open).kind}s/${thing(open).id}/access`}>
                Open access
              </LinkButton>
            }
            onClose={() => set({ of: null })}
          />
        )
      }
    >
      <Sentence permission={state.permission}>
        <span className="font-medium">Where can</span>
        <SentencePerson id={state.who} onChoose={(who) => set({ who, of: null, after: null })} />
        <PermissionPicker
          permission={state.permission}
          only={isOfPlaces}
          onChoose={(permission) => set({ permission, of: null, after: null })}
        />
      </Sentence>
      {state.who === null ? (
        <Unasked examples={examples.where}>
          {`Choose somebody to see every ${on} where they can, and why.`}
        </Unasked>
      ) : (
        <>
          <Toolbar>
            <SearchInput
              label="Search by name"
              value={state.q}
              onValueChange={(q) =>
                set(
                  { q: q || null, after: null },
                  { limitUrlUpdates: q ? debounce(200) : undefined },
                )
              }
            />
          </Toolbar>
          <DataTable
            caption="Where they can"
            columns={columns}
            rows={shown?.rows}
            getRowId={(row) => thing(row).id}
            rowLabel={(row) => thing(row).name}
            fetching={isPlaceholderData}
            problem={error && problemOf(error)}
            onRetry={() => (state.after ? set({ after: null }) : refetch())}
            onOpen={(row) => set({ of: thing(row).id === state.of ? null : thing(row).id })}
            pager={shown && pagerOf(shown, footer(shown, on), (after) => set({ after }))}
            empty={
              state.q ? (
                <NothingMatches title="Nothing matches" onClear={() => set({ q: null })}>
                  No {on} of that name is among those where <bdi>{name}</bdi> can.
                </NothingMatches>
              ) : (
                <State title="Nowhere">
                  <bdi>{name}</bdi> can {entryOf(state.permission).label} nowhere. Roles are given
                  on a {on}’s Access tab.
                </State>
              )
            }
          />
        </>
      )}
    </ExplorerFrame>
  )
}

const footer = (page: WhatPage, on: string) =>
  rangeWords({
    start: page.first - 1,
    shown: page.rows.length,
    total: page.next || page.previous ? null : page.rows.length,
    one: on,
    many: `${on}s`,
  })

const onCloud: Column<Reached> = {
  id: 'cloud',
  header: 'On cloud',
  width: 180,
  mobile: 'facts',
  cell: ({ cloud }) => <Truncate>{cloud.name}</Truncate>,
}
const columnsOf = (on: 'cloud' | 'project') =>
  reachColumns<Reached>(
    on,
    {
      header: on === 'cloud' ? 'Cloud' : 'Project',
      mark: () => <span className="flex shrink-0 text-muted-foreground">{placeGlyph(on)}</span>,
      name: (row) => thing(row).name,
    },
    ...(on === 'project' ? [onCloud] : []),
  )
