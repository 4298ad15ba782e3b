import Link from 'next/link'
import type { ReactNode } from 'react'
import { Chip } from '@/components/ui/chip'
import { type ProblemCode, problems } from '@/lib/domain/problems'
import { exampleOf } from './example'
import { InlineCode } from './inline-code'
import { problemTexts } from './texts'

/** The human page behind a problem's `type`. */
export function ProblemPage({ code }: { code: ProblemCode }) {
  const { title, status } = problems[code]
  const { means, remedy, instance } = problemTexts[code]
  return (
    <article>
      <nav aria-label="Breadcrumb" className="text-xs">
        <Link href="/problems" className="text-muted-foreground hover:text-foreground">
          Problems
        </Link>
      </nav>
      <h1 className="mt-1 font-semibold text-2xl [overflow-wrap:anywhere]">{title}</h1>
      <p className="mt-2 flex flex-wrap items-center gap-2">
        <Chip>{status}</Chip>
        <code className="font-mono text-muted-foreground text-xs">{code}</code>
        {!instance && <span className="text-muted-foreground text-xs">In the console</span>}
      </p>
      <Section title="What it means">
        <InlineCode>{means}</InlineCode>
      </Section>
      <Section title="What to do">
        {remedy.length === 1 ? (
          <InlineCode>{remedy[0] ?? ''}</InlineCode>
        ) : (
          <ul className="list-disc space-y-1 pl-5 marker:text-muted-foreground">
            {remedy.map((step) => (
              <li key={step}>
                <InlineCode>{step}</InlineCode>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title="An example">
        <pre className="whitespace-pre-wrap rounded-lg border bg-sunken p-3 font-mono text-foreground text-xs/5 [overflow-wrap:anywhere]">
          {JSON.stringify(exampleOf(code), null, 2)}
        </pre>
        {instance && (
          <p className="mt-2 text-muted-foreground text-xs">
            Sent as <code className="font-mono">application/problem+json</code> (RFC 9457).{' '}
            <code className="font-mono">error.detail</code> repeats the sentence for older clients.
          </p>
        )}
      </Section>
    </article>
  )
}

const Section = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="mt-7">
    <h2 className="mb-1.5 font-semibold text-sm tracking-normal">{title}</h2>
    <div className="text-base text-foreground-2">{children}</div>
  </section>
)
