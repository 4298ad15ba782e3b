'use client'
import { useQuery } from '@tanstack/react-query'
import { useQueryState } from 'nuqs'
import { RightGroups } from '@/components/access/right-groups'
import { useViewer } from '@/components/access/viewer'
import { HeldTree } from '@/components/access-tree/held-tree'
import { ViewSwitch, viewParser } from '@/components/access-tree/view-switch'
import { Loaded } from '@/components/feedback/loaded'
import { PageBody, PageHeader, PageSection } from '@/components/layout/page'
import { CanI } from './can-i'
import { EndingSoon } from './ending-soon'
import { joinedWords } from './joined-words'
import { type OwnAccess, ownAccessQuery } from './own-access'
import { rightWords } from './right-words'
import { WhoCanChange } from './who-can-change'

/** /my-access: what one holds and why, what one may do, and who could change it. Nobody else is listed. */
export function MyAccessScreen() {
  const { organizationId, organizationName } = useViewer()
  const read = useQuery(ownAccessQuery(organizationId))
  return (
    <>
      <PageHeader
        title="My access"
        api={{ method: 'GET', path: '/api/v2/userinfo/' }}
        description={
          <>
            What you may do in <bdi>{organizationName}</bdi>, and why.
          </>
        }
      />
      <Loaded read={read} failed="Your access could not be loaded">
        {(access) => <Access access={access} />}
      </Loaded>
    </>
  )
}

const own = { own: true, name: '' }

function Access({ access }: { access: OwnAccess }) {
  const { identityId } = useViewer()
  const [view, setView] = useQueryState('view', viewParser)
  const allowed = access.rights.filter((right) => right.allowed).length
  return (
    <PageBody className="flex items-start gap-x-11 max-lg:flex-col">
      <section
        aria-label="Your access"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be in reach of the keyboard (WCAG 2.1.1)
        tabIndex={0}
        className="w-full min-w-0 flex-1 outline-offset-4"
      >
        <CanI />
        <PageSection
          title="What you hold"
          aside={<ViewSwitch view={view} onChange={(next) => setView(next)} />}
        >
          <HeldTree
            label="What you hold"
            whose={own}
            memberId={identityId}
            role={access.role}
            limits={access.limits}
            joined={joinedWords(access, true)}
            view={view}
          />
        </PageSection>
        <PageSection
          title="What you may do"
          aside={
            <>
              {allowed} of {access.rights.length} allowed
            </>
          }
        >
          <p className="-mt-1 mb-2 text-foreground-2">
            In the organization. What you may do on a cloud or in a project follows from your role
            there.
          </p>
          <RightGroups rights={access.rights} say={rightWords} open="held" />
        </PageSection>
      </section>
      <aside
        aria-label="Who can change your access"
        className="w-full lg:w-71 lg:self-stretch lg:shrink-0 lg:border-l lg:pl-5"
      >
        <EndingSoon />
        <WhoCanChange access={access} />
      </aside>
    </PageBody>
  )
}
