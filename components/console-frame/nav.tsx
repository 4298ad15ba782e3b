import {
  Box,
  Cloud,
  IdCard,
  KeyRound,
  LayoutList,
  ScrollText,
  Search,
  Settings2,
  Table2,
  Terminal,
  UserRound,
} from 'lucide-react'
import type { NavGroup } from '@/components/layout/sidebar-nav'
import type { Denials } from '@/lib/domain/decide'
import type { OrganizationPermission } from '@/lib/domain/permissions'
import type { CurrentOrganization } from './current-organization'

/** The sidebar: what somebody cannot read is not in it. */
export function navOf(
  { people }: CurrentOrganization,
  denials: Denials | null,
): readonly NavGroup[] {
  const may = (permission: OrganizationPermission) => denials !== null && !denials[permission]
  const overview = { label: 'Overview', href: '/overview', icon: <LayoutList /> }
  const own: NavGroup = {
    items: [
      ...(may('organization.read_overview') ? [overview] : []),
      { label: 'My access', href: '/my-access', icon: <IdCard /> },
      { label: 'API keys', href: '/api-keys', icon: <KeyRound /> },
    ],
  }
  const resources: NavGroup = {
    label: 'Resources',
    items: [
      { label: 'Clouds', href: '/clouds', icon: <Cloud /> },
      { label: 'Projects', href: '/projects', icon: <Box /> },
    ],
  }
  if (!may('member.list')) return [own, resources]
  const users = { label: 'Users', href: '/users', icon: <UserRound />, count: people }
  const accounts = { label: 'Service accounts', href: '/service-accounts', icon: <Terminal /> }
  const roles = { label: 'Roles', href: '/roles', icon: <Table2 /> }
  const explorer = { label: 'Access explorer', href: '/access', icon: <Search /> }
  const log = { label: 'Audit log', href: '/audit-log', icon: <ScrollText /> }
  const settings = { label: 'Organization settings', href: '/settings', icon: <Settings2 /> }
  return [
    own,
    { label: 'Users & IAM', items: [users, accounts, roles, explorer] },
    resources,
    { label: 'Organization', items: [log, settings] },
  ]
}
