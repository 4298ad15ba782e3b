import 'server-only'
import type { Route } from '../api/route'
import { accessQuestions } from './access-questions'
import { accessReport } from './access-report'
import { adminApiKeys } from './admin-api-keys'
import { apiKeys } from './api-keys'
import { auditEvents } from './audit-events'
import { authorization } from './authorization'
import { authzen } from './authzen'
import { authzenSearch } from './authzen-search'
import { clientKeys } from './client-keys'
import { cloudBindings } from './cloud-bindings'
import { cloudMembers } from './cloud-members'
import { clouds } from './clouds'
import { extClouds } from './ext-clouds'
import { extProjects } from './ext-projects'
import { foundKeys } from './found-keys'
import { gatehouseKeys } from './gatehouse-keys'
import { groupPolicies } from './group-policies'
import { logins } from './logins'
import { members } from './members'
import { operations } from './operations'
import { organization } from './organization'
import { organizationCollaborators } from './organization-collaborators'
import { organizationInvitations } from './organization-invitations'
import { overview } from './overview'
import { policy } from './policy'
import { projectBindings } from './project-bindings'
import { projectMembers } from './project-members'
import { projects } from './projects'
import { serviceAccountUsers } from './service-account-users'
import { serviceAccounts } from './service-accounts'
import { trustRules } from './trust-rules'
import { userinfo } from './userinfo'
import { users } from './users'
import { workloads } from './workloads'

export type Group = { tag: string; about: string; routes: readonly Route[] }

/** The API table: every operation under /api/v2, once. Router, OpenAPI document, reference and contract tests read it. */
export const apiV2: readonly Group[] = [
  {
    tag: 'Caller',
    about: 'Whom a key stands for. Clients read this first, to see that a key counts.',
    routes: userinfo,
  },
  {
    tag: 'People',
    about:
      'The members of the organization and their role. A person has two ids: `id` (`ide_…`, change and remove by it) and `user_id` (`usr_…`, read by it). Both are new when somebody comes back after a removal.',
    routes: organizationCollaborators,
  },
  {
    tag: 'Invitations',
    about:
      'Offers to join, by email address. Whoever accepts one becomes a collaborator. Inviting an address again replaces the invitation that waits.',
    routes: organizationInvitations,
  },
  {
    tag: 'Accounts',
    about:
      'People added without an invitation. An account that exists already is never touched: neither its name nor its password.',
    routes: users,
  },
  {
    tag: 'Service accounts',
    about:
      'Identities of programs. They are listed, read and deleted among the people, by `is_service_account`, and hold roles as people do.',
    routes: serviceAccountUsers,
  },
  {
    tag: 'API keys',
    about: 'One’s own keys. A key is shown once, when it is made, and kept as a hash.',
    routes: apiKeys,
  },
  {
    tag: 'Everybody’s API keys',
    about: 'The keys of people and service accounts, and how long they live at most. Only owners.',
    routes: adminApiKeys,
  },
  {
    tag: 'Logins',
    about:
      'How `anyscale login` comes by a key: it begins a login without one, somebody who is signed in allows it, and it collects the key that is made then.',
    routes: logins,
  },
  {
    tag: 'Access',
    about: 'What the key may do, decided by the same table as everything else, and who holds what.',
    routes: [...authorization, ...accessReport],
  },
  {
    tag: 'Clouds',
    about:
      'The clouds on record. Gatehouse runs no compute: what clients ask of it is answered truthfully, which is that there is none.',
    routes: clouds,
  },
  {
    tag: 'Cloud members',
    about:
      'Who holds a role on a cloud. `permission_level` and roles are two words for one thing: `write` sets the role `collaborator`, `readonly` the same with the limit `cloud_read_only`. Organization owners own every cloud and are not listed.',
    routes: cloudMembers,
  },
  {
    tag: 'Projects',
    about:
      'Projects of clouds. Whoever may create one owns it. Each cloud has a public one called `default`.',
    routes: projects,
  },
  {
    tag: 'Project members',
    about:
      'Who was given a role in a project. It needs a role on the cloud of the project first, and goes with that.',
    routes: projectMembers,
  },
  {
    tag: 'Group policies',
    about: 'Which groups hold which role. There are no groups yet.',
    routes: groupPolicies,
  },
]

/** The older public API, under /ext/v0: what the command line asks of it. */
export const extV0: readonly Group[] = [
  { tag: 'Clouds', about: 'The clouds on record, as under `/api/v2`.', routes: extClouds },
  {
    tag: 'Projects',
    about: 'The projects of clouds, in their older form.',
    routes: extProjects,
  },
]

/** What only we have, under /api/gatehouse/v1: the same rules, a document of its own. */
export const apiGatehouse: readonly Group[] = [
  {
    tag: 'Organization',
    about: 'The organization that the key belongs to. A key knows no other one.',
    routes: organization,
  },
  {
    tag: 'Overview',
    about: 'What the owners’ home shows: what waits for a decision, and 90 days in numbers.',
    routes: overview,
  },
  {
    tag: 'Policy',
    about:
      'How people sign in to the organization: second factor, ways, session lengths, domains that are invited. Only owners.',
    routes: policy,
  },
  {
    tag: 'Keys',
    about:
      'What the documented calls cannot say of API keys: a ceiling, a rotation with an overlap, how a key is used.',
    routes: [...gatehouseKeys, ...foundKeys],
  },
  {
    tag: 'Members',
    about:
      'The people of the organization with what the console shows of them, also those who were removed.',
    routes: members,
  },
  {
    tag: 'Service accounts',
    about:
      'Identities of programs: always collaborators, with keys and roles of their own, that nobody signs in with. Only owners.',
    routes: serviceAccounts,
  },
  {
    tag: 'Keyless sign-in',
    about:
      'Trust rules: a workload whose own token fits one acts as the service account, without any key. Each names an issuer, an audience and a subject. Only owners.',
    routes: trustRules,
  },
  {
    tag: 'OAuth clients',
    about:
      'A service account as a client of OAuth 2.0: how long its access tokens live, and the public keys that it may prove itself with in place of an API key. Only owners.',
    routes: clientKeys,
  },
  {
    tag: 'Operations',
    about: 'Work on many that an owner started: how far it has come, and what happened to each.',
    routes: operations,
  },
  {
    tag: 'Access',
    about:
      'Who can do what, where, by which way and until when. Everybody may ask about themselves, owners about others.',
    routes: accessQuestions,
  },
  {
    tag: 'Roles on clouds',
    about:
      'What the documented calls cannot say of roles on clouds: a start, an end, one outcome for each of many. Whoever gives one names an identity id, a user id or an address.',
    routes: cloudBindings,
  },
  {
    tag: 'Roles in projects',
    about:
      'The same of roles in projects. Each needs a role on the cloud first, and is worth no more than that one leaves.',
    routes: projectBindings,
  },
  {
    tag: 'Workloads',
    about:
      'Workspaces, jobs, services and schedules, as a platform reports them, so that the console can say what keeps running when somebody leaves. The same `external_id` is the same workload, however often it is reported.',
    routes: workloads,
  },
  {
    tag: 'Audit log',
    about:
      'What happened, by whom, from where, with the state before and after. Names are those of then. Only owners read it.',
    routes: auditEvents,
  },
]

/** Decisions for other software, under /access/v1: the shapes of OpenID AuthZEN 1.0. */
export const authzenV1: readonly Group[] = [
  {
    tag: 'Decisions',
    about: 'May this subject do that to this resource? One question, or many at once.',
    routes: authzen,
  },
  {
    tag: 'Search',
    about:
      'Who may do it, where they may do it, what they may do: sets with the same meaning as the decisions.',
    routes: authzenSearch,
  },
]
