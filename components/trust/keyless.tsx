'use client'
import { FlaskConical, Pencil, Plus, Power, Trash2 } from 'lucide-react'
import { useRef, useState } from 'react'
import { useDenial } from '@/components/access/viewer'
import { useFocusAfter } from '@/components/api-keys/use-focus-after'
import { PageSection } from '@/components/layout/page'
import { defineMenuAction } from '@/components/menu/menu-action'
import { MenuEntries } from '@/components/menu/menu-entries'
import { RowMenu } from '@/components/menu/row-menu'
import { SectionLine, SectionList } from '@/components/person/section-list'
import { Used } from '@/components/person/used'
import { Button } from '@/components/ui/button'
import { lazily } from '@/components/ui/lazily'
import { Time } from '@/components/ui/time'
import { problemOf } from '@/lib/client/problem-error'
import type { TrustRule } from '@/lib/modules/trust/trust-rule'
import { type Account, useTrust } from './trust-queries'
import { useRuleVerbs } from './use-rule-verbs'

const RuleDialog = lazily(() => import('./rule-dialog').then((m) => m.RuleDialog))
const TrustTester = lazily(() => import('./tester').then((m) => m.TrustTester))

type Open = { rule?: TrustRule } | 'tester' | null

/** Workloads of GitHub, GitLab, Kubernetes … that act as the account by their own tokens. */
export function KeylessSignIn({ account }: { account: Account }) {
  const denial = useDenial()
  const { data, error, refetch } = useTrust(account)
  const [open, setOpen] = useState<Open>(null)
  const opener = useRef<HTMLButtonElement>(null)
  useFocusAfter(open !== null, opener)
  const verbs = useRuleVerbs()
  const entries = [
    [
      defineMenuAction<TrustRule>({
        id: 'change',
        label: 'Change…',
        icon: <Pencil />,
        permission: 'trust.change',
        run: (rule) => setOpen({ rule }),
      }),
      defineMenuAction<TrustRule>({
        id: 'switch',
        label: ({ enabled }) => (enabled ? 'Switch off' : 'Switch on'),
        icon: <Power />,
        permission: 'trust.change',
        run: (rule) => void verbs.turn(rule),
      }),
    ],
    [
      defineMenuAction<TrustRule>({
        id: 'delete',
        label: 'Delete…',
        icon: <Trash2 />,
        tone: 'destructive',
        permission: 'trust.change',
        run: (rule) => void verbs.remove(rule),
      }),
    ],
  ]
  return (
    <PageSection
      title="Keyless sign-in"
      aside={
        <span className="flex gap-2">
          {data && data.rules.length > 0 && (
            <Button size="small" icon={<FlaskConical />} onClick={() => setOpen('tester')}>
              Test a token
            </Button>
          )}
          <Button
            ref={opener}
            size="small"
            icon={<Plus />}
            disabledReason={denial('trust.change')}
            onClick={() => setOpen({})}
          >
            Add rule
          </Button>
        </span>
      }
    >
      <SectionList
        label="Trust rules"
        rows={data?.rules}
        problem={error && problemOf(error)}
        onRetry={refetch}
        empty="No workload signs in by a token of its own: there are no trust rules."
      >
        {(rule) => (
          <RuleLine
            key={rule.id}
            rule={rule}
            action={
              <RowMenu
                label={`Actions for ${rule.name}`}
                entries={<MenuEntries actions={entries} row={rule} />}
              />
            }
          />
        )}
      </SectionList>
      {data && open === 'tester' && (
        <TrustTester rules={data.rules} onClose={() => setOpen(null)} />
      )}
      {data && open && open !== 'tester' && (
        <RuleDialog
          account={account}
          issuer={data.issuer}
          rule={open.rule}
          onClose={() => setOpen(null)}
        />
      )}
    </PageSection>
  )
}

const RuleLine = ({ rule, action }: { rule: TrustRule; action: React.ReactNode }) => (
  <SectionLine
    name={
      <>
        <bdi className="font-medium text-foreground">{rule.name}</bdi>
        {!rule.enabled && <span className="text-muted-foreground"> (off)</span>}
        <div className="font-mono text-muted-foreground text-xs">{rule.subject}</div>
      </>
    }
    facts={[
      <bdi key="issuer" className="[overflow-wrap:anywhere]">
        {rule.issuer.replace(/^https?:\/\//, '')}
      </bdi>,
      <Used key="used" at={rule.lastUsedAt} />,
      <>
        Made <Time at={rule.createdAt} />
      </>,
    ]}
    action={action}
  />
)
