import {
  ArrowLeftRight,
  Bot,
  Box,
  Cloud,
  Download,
  IdCard,
  Keyboard,
  KeyRound,
  LayoutList,
  LogOut,
  MailPlus,
  MonitorSmartphone,
  ScrollText,
  SearchCode,
  Settings2,
  ShieldCheck,
  SunMoon,
  Table2,
  Upload,
  UserRound,
  UserRoundCog,
  UserRoundPlus,
  Waypoints,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { setTheme } from '@/lib/client/theme'
import type { OrganizationPermission } from '@/lib/domain/permissions'

/** What an entry may use besides its address. */
export type EntryTools = {
  signOut: () => void
  help: () => void
  exportUsers: () => void
  organizations: () => void
}

export type Entry = {
  /** Stays the same for ever: recent entries are remembered by it. */
  id: string
  /** Ends with "…" when a dialog follows. */
  label: string
  icon: ReactNode
  /** Other words it is found by. */
  words?: string
  /** Without it the entry is listed with the reason, and does nothing. */
  permission?: OrganizationPermission
  /** After "g", from anywhere. Not j, k, x, b: the lists have those. */
  go?: string
} & ({ href: string } | { run: (tools: EntryTools) => void })

/** Add a page here once it is there: the palette, "g" and the keyboard help all read this list. */
export const pages: readonly (Entry & { href: string })[] = [
  {
    id: 'overview',
    label: 'Overview',
    icon: <LayoutList />,
    words: 'home needs you dashboard charts',
    href: '/overview',
    permission: 'organization.read_overview',
    go: 'h',
  },
  { id: 'my-access', label: 'My access', icon: <IdCard />, href: '/my-access', go: 'm' },
  {
    id: 'users',
    label: 'Users',
    icon: <UserRound />,
    words: 'people members iam collaborators',
    href: '/users',
    permission: 'member.list',
    go: 'u',
  },
  {
    id: 'pending',
    label: 'Pending invites',
    icon: <MailPlus />,
    words: 'invitations',
    href: '/users/pending',
    permission: 'invitation.list',
    go: 'i',
  },
  {
    id: 'service-accounts',
    label: 'Service accounts',
    icon: <Bot />,
    words: 'robots machines automation ci pipelines programs',
    href: '/service-accounts',
    permission: 'service_account.list',
    go: 'v',
  },
  {
    id: 'clouds',
    label: 'Clouds',
    icon: <Cloud />,
    words: 'resources regions access',
    href: '/clouds',
    go: 'c',
  },
  {
    id: 'projects',
    label: 'Projects',
    icon: <Box />,
    words: 'resources access',
    href: '/projects',
    go: 'p',
  },
  {
    id: 'roles',
    label: 'Roles',
    icon: <Table2 />,
    words: 'permissions matrix policy compare',
    href: '/roles',
    go: 'r',
  },
  {
    id: 'access-explorer',
    label: 'Access explorer',
    icon: <Waypoints />,
    words: 'who can what can why permission proof',
    href: '/access/who-can',
    permission: 'access.read_others',
    go: 'e',
  },
  {
    id: 'audit-log',
    label: 'Audit log',
    icon: <ScrollText />,
    words: 'events history trail',
    href: '/audit-log',
    permission: 'audit.read',
    go: 'l',
  },
  {
    id: 'settings',
    label: 'Organization settings',
    icon: <Settings2 />,
    words: 'general details name id registration link delete',
    href: '/settings/general',
    permission: 'organization.read_details',
    go: 's',
  },
  {
    id: 'authentication',
    label: 'Authentication settings',
    icon: <ShieldCheck />,
    words: 'mfa second factor session length sign-in ways domains policy api keys expiry addresses',
    href: '/settings/general/authentication',
    permission: 'organization.read_details',
  },
  {
    id: 'api-keys',
    label: 'API keys',
    icon: <KeyRound />,
    words: 'tokens credentials',
    href: '/api-keys',
    go: 'a',
  },
  {
    id: 'everybodys-keys',
    label: 'Everybody’s API keys',
    icon: <KeyRound />,
    words: 'tokens credentials expiry unused revoke owners',
    href: '/api-keys/everybody',
    permission: 'api_key.list',
  },
  {
    id: 'account',
    label: 'Account',
    icon: <UserRoundCog />,
    words: 'profile name leave passkey mfa second factor security',
    href: '/account',
    go: 'o',
  },
  {
    id: 'sessions',
    label: 'Sessions',
    icon: <MonitorSmartphone />,
    words: 'browsers devices signed in sign out everywhere',
    href: '/account/sessions',
  },
]

export const actions: readonly Entry[] = [
  {
    id: 'invite',
    label: 'Invite people…',
    icon: <UserRoundPlus />,
    words: 'add users',
    href: '/users?invite=1',
    permission: 'invitation.send',
  },
  {
    id: 'import',
    label: 'Import people to invite…',
    icon: <Upload />,
    words: 'csv upload bulk add users',
    href: '/users?import=1',
    permission: 'invitation.send',
  },
  {
    id: 'create-service-account',
    label: 'Create a service account…',
    icon: <Bot />,
    words: 'add robot machine automation ci pipeline',
    href: '/service-accounts?create=1',
    permission: 'service_account.create',
  },
  {
    id: 'create-cloud',
    label: 'Create a cloud…',
    icon: <Cloud />,
    words: 'add record register',
    href: '/clouds?create=1',
    permission: 'cloud.create',
  },
  {
    id: 'create-project',
    label: 'Create a project…',
    icon: <Box />,
    words: 'add new',
    href: '/projects?create=1',
  },
  {
    id: 'find-key',
    label: 'Find a leaked key…',
    icon: <SearchCode />,
    words: 'secret found exposed api token revoke whose',
    href: '/api-keys/everybody?find=1',
    permission: 'api_key.list',
  },
  {
    id: 'create-key',
    label: 'Make an API key…',
    icon: <KeyRound />,
    words: 'create token',
    href: '/api-keys?create=1',
    permission: 'api_key.create_own',
  },
  {
    id: 'export-users',
    label: 'Export users',
    icon: <Download />,
    words: 'csv download people',
    permission: 'member.export',
    run: ({ exportUsers }) => exportUsers(),
  },
  {
    id: 'switch-organization',
    label: 'Switch organization…',
    icon: <ArrowLeftRight />,
    words: 'change other new create tenant',
    run: ({ organizations }) => organizations(),
  },
  {
    id: 'theme',
    label: 'Toggle theme',
    icon: <SunMoon />,
    words: 'dark light',
    run: () => setTheme(document.documentElement.classList.contains('dark') ? 'light' : 'dark'),
  },
  {
    id: 'help',
    label: 'Keyboard shortcuts',
    icon: <Keyboard />,
    words: 'help keys',
    run: ({ help }) => help(),
  },
  {
    id: 'sign-out',
    label: 'Sign out',
    icon: <LogOut />,
    words: 'log out leave',
    run: ({ signOut }) => signOut(),
  },
]
