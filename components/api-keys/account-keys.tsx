'use client'
import { useQuery } from '@tanstack/react-query'
import { Ban, Plus } from 'lucide-react'
import { useRef } from 'react'
import { useDenial, useViewer } from '@/components/access/viewer'
import { PageSection } from '@/components/layout/page'
import { MenuEntries } from '@/components/menu/menu-entries'
import { RowMenu } from '@/components/menu/row-menu'
import { KeyLine } from '@/components/person/key-line'
import { SectionList } from '@/components/person/section-list'
import { Button } from '@/components/ui/button'
import { problemOf } from '@/lib/client/problem-error'
import { consoleQuery } from '@/lib/client/query'
import type { ApiKey } from '@/lib/modules/api-keys/api-key'
import { keyActions } from './key-actions'
import type { AccountHolder } from './key-holder'
import { paired } from './pairs'
import { useFocusAfter } from './use-focus-after'
import { useKeyDialogs } from './use-key-dialogs'
import { useRevokeOfAccount } from './use-revoke-of-account'

/** The live keys of a service account, for owners: create, rotate, look, revoke one or all. */
export function AccountKeys({ account }: { account: AccountHolder }) {
  const { organizationId } = useViewer()
  const denial = useDenial()
  const { data, error, refetch } = useQuery({
    ...consoleQuery<{ rows: ApiKey[] }>(organizationId, 'api_key.list_of_member', {
      memberId: account.id,
    }),
    placeholderData: undefined,
  })
  const dialog = useKeyDialogs(account)
  const revoke = useRevokeOfAccount(account)
  const opener = useRef<HTMLButtonElement>(null)
  useFocusAfter(dialog.isShown, opener)
  const verbs = {
    ...dialog,
    revoke: async (keys: readonly ApiKey[]) => {
      for (const key of keys) await revoke.one(key)
    },
  }
  const actions = keyActions(verbs, 'account')
  return (
    <PageSection
      title="API keys"
      aside={
        <span className="flex gap-2">
          {(data?.rows.length ?? 0) > 1 && (
            <Button
              size="small"
              icon={<Ban />}
              disabledReason={denial('api_key.revoke')}
              onClick={() => void revoke.all()}
            >
              Revoke all…
            </Button>
          )}
          <Button
            ref={opener}
            size="small"
            icon={<Plus />}
            disabledReason={denial('api_key.create_for_account')}
            onClick={dialog.create}
          >
            Create key
          </Button>
        </span>
      }
    >
      <SectionList
        label="API keys"
        rows={data && paired(data.rows)}
        problem={error && problemOf(error)}
        onRetry={refetch}
        empty={
          <>
            No program can act as <bdi>{account.name}</bdi>: there are no live keys.
          </>
        }
      >
        {(row) => (
          <KeyLine
            key={row.id}
            apiKey={row}
            action={
              <RowMenu
                label={`Actions for ${row.name} …${row.lastSix}`}
                entries={<MenuEntries actions={actions} row={row} />}
              />
            }
          />
        )}
      </SectionList>
      {dialog.dialogs}
    </PageSection>
  )
}
