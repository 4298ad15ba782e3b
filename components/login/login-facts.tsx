import type { ReactNode } from 'react'
import { lifeWords } from '@/components/api-keys/asked-words'
import { Banner } from '@/components/feedback/banner'
import { Time } from '@/components/ui/time'
import { roleLabels } from '@/lib/domain/roles'
import { clientWords } from './client-words'
import type { OpenLogin } from './open-login'

/** What is allowed, before it is. */
export const LoginFacts = ({ login }: { login: OpenLogin }) => {
  const { address, ownAddress, sameAddress, self, organization } = login
  return (
    <>
      {!sameAddress && (
        <Banner
          tone="warning"
          className="mb-4"
          title="This comes from another address than this browser"
        >
          Allow it only if you ran <code>anyscale login</code> there yourself. Whoever sent you this
          link would act as you.
        </Banner>
      )}
      <dl className="mb-6 grid grid-cols-[6.5rem_minmax(0,1fr)] gap-y-1.5 border-y py-3.5 [overflow-wrap:anywhere] max-sm:grid-cols-1">
        <Fact name="Asks">
          {clientWords(login.client)}, by its own word. <Time at={login.createdAt} />
        </Fact>
        <Fact name="From">
          {address ?? 'An address that is not known'}
          {sameAddress
            ? ', the address of this browser'
            : ownAddress && `. This browser is at ${ownAddress}`}
        </Fact>
        <Fact name="For">
          <bdi>{organization.name}</bdi>
        </Fact>
        <Fact name="As">
          <bdi>{self.name}</bdi>, <bdi>{self.email}</bdi>, {roleLabels[self.role].toLowerCase()}
        </Fact>
        <Fact name="Its key lives">{lifeOf(login)}</Fact>
      </dl>
    </>
  )
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <>
    <dt className="text-muted-foreground">{name}</dt>
    <dd className="max-sm:mb-2">{children}</dd>
  </>
)

function lifeOf({ seconds, askedSeconds }: OpenLogin): string {
  const given = lifeWords(seconds ?? 0)
  if ((seconds ?? 0) === askedSeconds) return given
  return `${given}. It asked for ${lifeWords(askedSeconds)}; your organization allows no more.`
}
