'use client'
import { useState } from 'react'
import { useViewer } from '@/components/access/viewer'
import { grantedOf, type Line } from '@/components/access-tree/tree-model'
import { Button } from '@/components/ui/button'
import { lazily } from '@/components/ui/lazily'
import { LinkButton } from '@/components/ui/link-button'
import { cloudRemovalDenial, projectRemovalDenial } from '@/lib/modules/bindings/binding-rules'
import type { Member } from '@/lib/modules/members/member'

const EndRole = lazily(() => import('@/components/bindings/end-role').then((m) => m.EndRole))

type Props = { member: Pick<Member, 'id' | 'name' | 'email' | 'role'>; line: Line }

/** The ways to change a line of somebody's tree: where the role is given, and its end. */
export function LineActions({ member, line }: Props) {
  const { identityId: selfId } = useViewer()
  const [ending, setEnding] = useState(false)
  const { on, node } = line
  const granted = grantedOf(line)
  // Whether the cloud adds everybody is not known here: the dialog says so where it does.
  const denial =
    on === 'cloud'
      ? cloudRemovalDenial(member, { selfId, autoAdd: false })
      : projectRemovalDenial(member, { selfId })
  return (
    <>
      <LinkButton
        size="small"
        href={`/${on}s/${node.id}/access?q=${encodeURIComponent(member.email)}`}
      >
        Change…
      </LinkButton>
      {granted && (
        <Button size="small" disabledReason={denial?.detail} onClick={() => setEnding(true)}>
          End role…
        </Button>
      )}
      {granted && ending && (
        <EndRole
          place={{ kind: on, id: node.id, name: node.name, isPublic: isPublic(line) }}
          row={{ readOnly: false, ...granted, member }}
          onClose={() => setEnding(false)}
        />
      )}
    </>
  )
}

const isPublic = (line: Line) => line.on === 'project' && line.node.isPublic
