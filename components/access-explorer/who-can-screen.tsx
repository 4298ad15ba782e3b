'use client'
import { useQuery } from '@tanstack/react-query'
import { debounce, useQueryStates } from 'nuqs'
import { useMemo } from 'react'
import { PermissionPicker } from '@/components/access/permission-picker'
import type { PlaceKind } from '@/components/access/place-kind'
import { PlacePicker, usePlaceName } from '@/components/access/place-picker'
import { useViewer } from '@/components/access/viewer'
import { DataTable } from '@/components/data-table/data-table'
import { FilterSingle } from '@/components/data-table/filter-single'
import { Filters } from '@/components/data-table/filters'
import { pagerOf } from '@/components/data-table/pager'
import { DownloadButton } from '@/components/export/download-button'
import { NothingMatches } from '@/components/feedback/states'
import { Toolbar } from '@/components/layout/page'
import { MemberAvatar } from '@/components/members/member-avatar'
import { memberHref } from '@/components/members/member-href'
import { memberKindLabels } from '@/components/members/members-words'
import { LinkButton } from '@/components/ui/link-button'
import { SearchInput } from '@/components/ui/search-input'
import { problemOf } from '@/lib/client/problem-error'
import { consoleQuery } from '@/lib/client/query'
import { rangeWords } from '@/lib/client/words'
import { entryOf, type Permission } from '@/lib/domain/permissions'
import type { Origin } from '@/lib/domain/roles'
import type { Reaching } from '@/lib/modules/access/reach'
import { ExplorerFrame, Sentence } from './explorer-frame'
import {
  levelOf,
  placeOf,
  type WhoPage,
  type WhoState,
  whoCall,
  whoFilters,
  whoInput,
  whoParsers,
} from './explorer-state'
import { NoOne } from './no-one'
import { OriginBar } from './origin-bar'
import { ProofPanel } from './proof-panel'
import { reachColumns } from './reach-columns'

const kinds = (Object.entries(memberKindLabels) as [NonNullable<WhoState['kind']>, string][]).map(
  ([value, label]) => ({ value, label }),
)
const noFilters = { q: null, origin: null, kind: null, after: null }

/** /access/who-can: everybody who may do something at a place, and by which way. */
export function WhoCanScreen() {
  const { organizationId } = useViewer()
  const [state, set] = useQueryStates(whoParsers, { history: 'push' })
  const place = placeOf(state.permission, state.on, organizationId)
  const placeName = usePlaceName(place?.id ?? null)
  const { data, error, isPlaceholderData, refetch } = useQuery({
    ...consoleQuery<WhoPage>(
      organizationId,
      'access.who_can',
      place ? whoInput(state, place) : null,
    ),
    enabled: place !== null,
  })
  const level = levelOf(state.permission)
  const columns = useMemo(() => columnsOf(level), [level])
  const filtered = state.q !== '' || state.origin.length > 0 || state.kind !== null
  const open = place && data?.rows.find(({ member }) => member.id === state.of)
  const ask = (permission: Permission) => set({ permission, of: null, after: null, origin: null })
  const toggle = (origin: Origin) =>
    set({
      origin: state.origin.includes(origin)
        ? state.origin.filter((other) => other !== origin)
        : [...state.origin, origin],
      after: null,
    })
  return (
    <ExplorerFrame
      api={place ? whoCall(state, place) : undefined}
      actions={
        <DownloadButton
          name="who-can"
          words="Download CSV"
          input={place && whoFilters(state, place)}
          disabledReason={place ? null : 'Choose a place first.'}
        />
      }
      proof={
        open &&
        place && (
          <ProofPanel
            asked={{ memberId: open.member.id, permission: state.permission, place }}
            name={open.member.name}
            leading={<MemberAvatar member={open.member} size={32} />}
            words={
              <>
                can {entryOf(state.permission).label}
                {placeName && (
                  <>
                    {' '}
                    on <bdi>{placeName}</bdi>
                  </>
                )}
              </>
            }
            actions={
              <LinkButton size="small" href={memberHref(open.member)}>
                Open {open.member.kind === 'person' ? 'person' : 'service account'}
              </LinkButton>
            }
            onClose={() => set({ of: null })}
          />
        )
      }
    >
      <Sentence permission={state.permission}>
        <span className="font-medium">Who can</span>
        <PermissionPicker permission={state.permission} onChoose={ask} />
        {level !== 'organization' && (
          <>
            <span className="font-medium">on</span>
            <PlacePicker
              kinds={[level]}
              id={place?.id ?? null}
              onChoose={(on) => set({ on, of: null, after: null })}
            />
          </>
        )}
      </Sentence>
      {place && data?.byOrigin && (
        <OriginBar
          counts={data.byOrigin}
          total={data.total}
          chosen={state.origin}
          onToggle={toggle}
        />
      )}
      {!place && (
        <p className="px-(--gutter) py-6 text-foreground-2">
          Choose a {level} to see everybody who can, and why.
        </p>
      )}
      {place && (
        <>
          <Toolbar>
            <SearchInput
              label="Search name or email"
              value={state.q}
              onValueChange={(q) =>
                set(
                  { q: q || null, after: null },
                  { limitUrlUpdates: q ? debounce(200) : undefined },
                )
              }
            />
            <Filters
              active={filtered}
              onClear={() => set(noFilters)}
              parts={[
                {
                  id: 'kind',
                  label: 'Kind',
                  set: state.kind !== null,
                  node: (
                    <FilterSingle
                      label="Kind"
                      options={kinds}
                      value={state.kind}
                      onValueChange={(kind) => set({ kind, after: null })}
                    />
                  ),
                },
              ]}
            />
          </Toolbar>
          <DataTable
            caption="Who can"
            columns={columns}
            rows={data?.rows}
            getRowId={({ member }) => member.id}
            rowLabel={({ member }) => member.name}
            fetching={isPlaceholderData}
            problem={error && problemOf(error)}
            onRetry={() => (state.after ? set({ after: null }) : refetch())}
            onOpen={({ member }) => set({ of: member.id === state.of ? null : member.id })}
            leading={({ member }) => <MemberAvatar member={member} size={32} />}
            pager={data && pagerOf(data, footer(data, filtered), (after) => set({ after }))}
            empty={
              filtered ? (
                <NothingMatches title="No one matches" onClear={() => set(noFilters)}>
                  Nobody of those who can is found by these filters.
                </NothingMatches>
              ) : (
                <NoOne permission={state.permission} place={placeName} />
              )
            }
          />
        </>
      )}
    </ExplorerFrame>
  )
}

const footer = (page: WhoPage, filtered: boolean) =>
  rangeWords({
    start: page.first - 1,
    shown: page.rows.length,
    total: filtered ? null : (page.total?.count ?? null),
    bounded: page.total?.more,
    one: 'who can',
    many: 'who can',
  })

const columnsOf = (on: PlaceKind) =>
  reachColumns<Reaching>(on, {
    header: 'Who',
    mark: ({ member }) => <MemberAvatar member={member} />,
    name: ({ member }) => member.name,
  })
