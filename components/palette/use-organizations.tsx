'use client'
import { useQuery } from '@tanstack/react-query'
import { useViewer } from '@/components/access/viewer'
import { notify } from '@/components/feedback/notify'
import { OrganizationMark } from '@/components/layout/organization-mark'
import { ownOrganizationsQuery } from '@/components/organizations/own-organizations'
import { switchTo } from '@/components/organizations/use-switch'
import { leave } from '@/lib/client/leaving'
import { roleLabels } from '@/lib/domain/roles'
import { type Item, Marked } from './palette-item'
import { findEntries } from './palette-search'

const SHOWN = 5

/** One's other organizations that a text means, to go there. */
export function useOrganizationItems(typed: string): Item[] {
  const { organizationId } = useViewer()
  const { data } = useQuery({ ...ownOrganizationsQuery(organizationId), enabled: typed !== '' })
  if (typed === '') return []
  const others = (data?.rows ?? []).filter(
    (row) => row.organizationId !== organizationId && row.suspendedAt === null,
  )
  const entries = others.map((row) => ({
    row,
    id: row.organizationId,
    label: row.name,
    words: 'switch organization',
  }))
  return findEntries(entries, typed, [])
    .slice(0, SHOWN)
    .map(({ row }) => ({
      id: row.organizationId,
      icon: <OrganizationMark id={row.organizationId} name={row.name} size={22} />,
      label: <Marked text={row.name} typed={typed} />,
      note: `Switch there · ${roleLabels[row.role]}`,
      reason: null,
      run: () => leave(() => void switchTo(row.organizationId).then((why) => notify.problem(why))),
    }))
}
