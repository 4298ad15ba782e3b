'use client'
import { createContext, type ReactNode, useContext } from 'react'
import type { Denials } from '@/lib/domain/decide'
import type { OrganizationPermission } from '@/lib/domain/permissions'
import type { OrganizationRole } from '@/lib/domain/roles'

/** Who looks at the page, in which organization. */
export type Viewer = {
  organizationId: string
  organizationName: string
  role: OrganizationRole
  /** What that role does not let them do, as the server decided; null: it has not said yet, since the role changed. */
  denials: Denials | null
  identityId: string
  name: string
  email: string
}

const Context = createContext<Viewer | null>(null)

export const ViewerProvider = (props: { viewer: Viewer; children: ReactNode }) => (
  <Context.Provider value={props.viewer}>{props.children}</Context.Provider>
)

/** The signed-in member; only below `AppShell`. */
export function useViewer(): Viewer {
  const viewer = useContext(Context)
  if (!viewer) throw new Error('useViewer needs AppShell above it')
  return viewer
}

/** The same where nobody may be signed in. */
export const useMaybeViewer = (): Viewer | null => useContext(Context)

/** Why the viewer may not, in the policy's own sentence; null when they may. */
export function useDenial(): (permission: OrganizationPermission | undefined) => string | null {
  const { denials } = useViewer()
  return (permission) => {
    if (!permission) return null
    return denials ? (denials[permission] ?? null) : 'Your role has changed. Reload this page.'
  }
}
