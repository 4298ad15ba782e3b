'use client'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { useViewer } from '@/components/access/viewer'
import { currentOrganizationQuery } from './current-organization'

/** Asks whether this frame is still of the organization one is signed in to; a refusal raises the frame's banner. */
export function PlaceCheck() {
  const queries = useQueryClient()
  const { organizationId } = useViewer()
  useEffect(() => {
    void queries.refetchQueries({ queryKey: currentOrganizationQuery(organizationId).queryKey })
  }, [queries, organizationId])
  return null
}

/** What the server made for one organization, shown in that one's frame alone. */
export const OfOrganization = ({ id, children }: { id: string; children: ReactNode }) =>
  useViewer().organizationId === id ? children : <OtherOrganization />

/** In place of a page that the server made for another organization than this frame's. */
export const OtherOrganization = () => (
  <>
    <PlaceCheck />
    <p className="px-(--gutter) pt-6 text-muted-foreground">
      This page was made for another organization, so it is not shown here.
    </p>
  </>
)
