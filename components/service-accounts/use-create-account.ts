'use client'
import { useState } from 'react'
import { useViewer } from '@/components/access/viewer'
import { keyReads } from '@/components/api-keys/key-holder'
import type { NewKey } from '@/components/api-keys/own-keys'
import { bindingReads } from '@/components/bindings/place'
import { choiceLabel } from '@/components/bindings/role-choices'
import { useCommand } from '@/lib/client/use-command'
import type { ProblemBody } from '@/lib/domain/problems'
import type { CloudRole, ProjectRole } from '@/lib/domain/roles'
import type { ServiceAccount } from '@/lib/modules/service-accounts/service-account'
import { createApiKeyForAccountAction } from '@/lib/transport/actions/api-keys'
import { changeOnCloudAction, changeOnProjectAction } from '@/lib/transport/actions/bindings'
import { createServiceAccountAction } from '@/lib/transport/actions/service-accounts'
import { accountReads, holderReads } from './account-queries'
import type { ChosenRole } from './chosen-access'
import { keepMissing, type Missing } from './unfinished'

type Asked = {
  name: string
  description: string
  roles: readonly ChosenRole[]
  /** Null: no key yet. */
  key: { name: string; seconds: number | null } | null
}
export type CreatedAccount = {
  account: ServiceAccount
  key: NewKey | null
  /** The roles that it got, in words. */
  holds: string[]
  complete: boolean
}

const whyOf = ({ detail, title, errors }: ProblemBody) => errors?.[0]?.detail ?? detail ?? title
const wordsOf = ({ kind, choice, name }: ChosenRole) => `${choiceLabel(kind, choice)} on ${name}`

/**
 * Creates an account, gives it each role and makes its key, one after the other. Once it is there a refusal stops nothing: its page
 * says what is missing.
 */
export function useCreateAccount(onDone: (created: CreatedAccount) => void) {
  const viewer = useViewer()
  const { organizationId } = viewer
  const [pending, setPending] = useState(false)
  const reads = [...accountReads, ...holderReads]
  const create = useCommand(createServiceAccountAction, { organizationId, invalidates: reads })
  const giving = { organizationId, invalidates: bindingReads }
  const onCloud = useCommand(changeOnCloudAction, giving)
  const onProject = useCommand(changeOnProjectAction, giving)
  const makeKey = useCommand(createApiKeyForAccountAction, {
    organizationId,
    invalidates: keyReads,
  })

  // Also where a cloud that adds everybody gave a role at once: that one becomes the one that is asked for.
  const give = (memberId: string, { kind, id, choice: { role, readOnly } }: ChosenRole) =>
    kind === 'cloud'
      ? onCloud.run({
          ...{ cloudId: id, memberId, orGrant: true },
          ...{ role: role as CloudRole, readOnly },
        })
      : onProject.run({ projectId: id, memberId, role: role as ProjectRole, orGrant: true })

  const run = async ({ name, description, roles, key }: Asked) => {
    setPending(true)
    const made = await create.run({ name, description })
    if (!made.ok) return setPending(false)
    const { id: accountId } = made.data
    const missing: Missing[] = []
    const holds: string[] = []
    for (const role of roles) {
      const given = await give(accountId, role)
      const what = wordsOf(role)
      const href = `/${role.kind}s/${role.id}/access`
      if (given.ok) holds.push(what)
      else missing.push({ what, why: whyOf(given.problem), href })
    }
    const answer = key && (await makeKey.run({ accountId, ...key }))
    if (key && answer && !answer.ok)
      missing.push({ what: `The key ${key.name}`, why: whyOf(answer.problem) })
    keepMissing(viewer, accountId, missing)
    setPending(false)
    const newKey = answer?.ok ? answer.data : null
    onDone({ account: made.data, key: newKey, holds, complete: missing.length === 0 })
  }
  return { run, pending, problem: create.problem }
}
