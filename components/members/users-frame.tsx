'use client'
import { Plus, Upload } from 'lucide-react'
import { type ReactNode, useRef, useState } from 'react'
import type { ApiCall } from '@/components/api-call/curl'
import { ExportButton } from '@/components/export/export-button'
import { Contained } from '@/components/feedback/contained'
import { PageHeader, PageTabs } from '@/components/layout/page'
import { Button } from '@/components/ui/button'
import { lazily } from '@/components/ui/lazily'
import type { MemberSelectionInput } from './bulk/selection-input'
import { useDialogs } from './use-dialogs'

const Invite = lazily(() => import('@/components/invitations/invite').then((m) => m.Invite))
const ImportPeople = lazily(() =>
  import('@/components/import/import-people').then((m) => m.ImportPeople),
)

type Props = {
  /** Undefined until they are known. */
  people: number | undefined
  pending: number | undefined
  /** The API call of the list. */
  api?: ApiCall
  /** Whom Export writes down; without it there is no such button. */
  exported?: MemberSelectionInput
  children: ReactNode
}

/** What the two lists under Users share: title, tabs, and the invite dialog. */
export function UsersFrame({ people, pending, api, exported, children }: Props) {
  const { invite, import: importing, show, close } = useDialogs()
  const button = useRef<HTMLButtonElement>(null)
  const importButton = useRef<HTMLButtonElement>(null)
  // Once opened they stay: the links they show must outlive the address of the dialog.
  const [wanted, setWanted] = useState(false)
  if (invite && !wanted) setWanted(true)
  const [importWanted, setImportWanted] = useState(false)
  if (importing && !importWanted) setImportWanted(true)
  return (
    <>
      <PageHeader
        title="Users"
        api={api}
        actions={
          <>
            <Button
              ref={importButton}
              variant="ghost"
              className="max-sm:hidden"
              icon={<Upload />}
              onPointerEnter={ImportPeople.load}
              onFocus={ImportPeople.load}
              onClick={() => show({ import: '1' })}
            >
              Import
            </Button>
            {exported && <ExportButton selection={exported} className="max-sm:hidden" />}
            <Button
              ref={button}
              variant="primary"
              icon={<Plus />}
              onPointerEnter={Invite.load}
              onFocus={Invite.load}
              onClick={() => show({ invite: '1' })}
            >
              Invite
            </Button>
          </>
        }
      />
      <PageTabs
        label="Users"
        tabs={[
          { href: '/users', label: 'All users', count: people },
          { href: '/users/pending', label: 'Pending invites', count: pending },
        ]}
      />
      {children}
      <Contained onClose={close}>
        {wanted && <Invite open={invite !== null} onClose={close} opener={button} />}
        {importWanted && (
          <ImportPeople open={importing !== null} onClose={close} opener={importButton} />
        )}
      </Contained>
    </>
  )
}
