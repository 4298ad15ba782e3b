import { SignedOutLayout, SignedOutTitle } from '@/components/layout/signed-out-layout'
import { AcceptTerms } from '@/components/terms/accept-terms'
import { TermsText } from '@/components/terms/terms-text'
import { LinkButton } from '@/components/ui/link-button'
import { parseReturnPath } from '@/lib/domain/return-path'
import { openTerms } from '@/lib/modules/terms/queries/open-terms'
import { hostName, presentOrganization, readPublic } from '@/lib/transport/public-page'

export const metadata = { title: 'Terms' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** To read for everybody, and to accept for whoever is signed in and has not. */
export default async function TermsPage({ searchParams }: Props) {
  const to = parseReturnPath((await searchParams).to) ?? '/'
  const { texts } = await readPublic(openTerms, {})
  const due = texts.filter((text) => text.due)
  const organizationId = await presentOrganization()
  if (organizationId === null || due.length === 0) {
    return (
      <SignedOutLayout host={hostName()} width={640}>
        <SignedOutTitle title="Terms">
          {texts.length === 0 && 'Whoever runs this installation has written none.'}
        </SignedOutTitle>
        <div className="flex flex-col gap-10">
          {texts.map((text) => (
            <TermsText key={text.document} text={text} />
          ))}
        </div>
        <LinkButton href={to} className="mt-8">
          {organizationId === null ? 'Sign in' : 'Go to the console'}
        </LinkButton>
      </SignedOutLayout>
    )
  }
  const names = new Intl.ListFormat('en-US').format(due.map(({ title }) => title))
  return (
    <SignedOutLayout host={hostName()} width={640}>
      <SignedOutTitle title="Before you go on">
        This console asks everybody to accept: {names}. It asks again when a new version wants it.
        API keys in use go on working.
      </SignedOutTitle>
      <div className="flex flex-col gap-6">
        {due.map((text) => (
          <section
            key={text.document}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by keyboard
            tabIndex={0}
            aria-label={`${text.title}, to read`}
            className="max-h-96 overflow-y-auto rounded-lg border p-5 max-sm:p-4"
          >
            <TermsText text={text} />
          </section>
        ))}
        <AcceptTerms
          organizationId={organizationId}
          texts={due.map(({ document, version }) => ({ document, version }))}
          to={to}
        />
      </div>
    </SignedOutLayout>
  )
}
