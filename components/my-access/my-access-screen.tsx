'use client'
import { useQuery } from '@tanstack/react-query'
import { RightGroups } from '@/components/access/right-groups'
import { useViewer } from '@/components/access/viewer'
import { LoadFailed } from '@/components/feedback/states'
import { PageBody, PageHeader, PageSection } from '@/components/layout/page'
import { problemOf } from '@/lib/client/problem-error'
import { type OwnAccess, ownAccessQuery } from './own-access'
import { rightWords } from './right-words'
import { RoleFacts } from './role-facts'
import { WhoCanChange } from './who-can-change'

/** /my-access: one's own role, what it permits, and who could change it. Nobody else is listed. */
export function MyAccessScreen() {
  const { organizationId, organizationName } = useViewer()
  const { data, error, refetch } = useQuery(ownAccessQuery(organizationId))
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
      {data && <Access access={data} />}
      {!data && error && (
        <LoadFailed
          title="Your access could not be loaded"
          problem={problemOf(error)}
          onRetry={refetch}
        />
      )}
    </>
  )
}

function Access({ access }: { access: OwnAccess }) {
  const allowed = access.rights.filter((right) => right.allowed).length
  return (
    <PageBody className="flex items-start gap-x-11 max-lg:flex-col">
      <section
        aria-label="Your access"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be in reach of the keyboard (WCAG 2.1.1)
        tabIndex={0}
        className="w-full min-w-0 flex-1 outline-offset-4"
      >
        <PageSection title="What you hold" className="pt-3">
          <RoleFacts access={access} origin="How you joined" />
        </PageSection>
        <PageSection
          title="What you may do"
          aside={
            <>
              {allowed} of {access.rights.length} allowed
            </>
          }
        >
          <RightGroups rights={access.rights} say={rightWords} open="held" />
        </PageSection>
      </section>
      <aside
        aria-label="Who can change your access"
        className="lg:min-h-full lg:w-71 lg:shrink-0 lg:border-l lg:pl-5"
      >
        <WhoCanChange access={access} />
      </aside>
    </PageBody>
  )
}
