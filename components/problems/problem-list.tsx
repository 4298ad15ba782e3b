import Link from 'next/link'
import { type ProblemCode, problems } from '@/lib/domain/problems'

const codes = (Object.keys(problems) as ProblemCode[]).sort(
  (a, b) => problems[a].status - problems[b].status,
)

/** Every problem there is, by status. */
export const ProblemList = () => (
  <>
    <h1 className="font-semibold text-2xl">Problems</h1>
    <p className="mt-1 text-base text-foreground-2">
      Every refusal of the console and its API. The type of a problem document leads to one of
      these.
    </p>
    <ul className="mt-6 divide-y divide-border-subtle border-y">
      {codes.map((code) => (
        <li key={code}>
          <Link
            href={`/problems/${code}`}
            className="flex items-baseline gap-x-4 px-1 py-2.5 -outline-offset-2 hover:bg-accent"
          >
            <span className="w-8 shrink-0 text-muted-foreground tabular-nums">
              {problems[code].status}
            </span>
            <span className="min-w-0 flex-1 sm:flex sm:gap-4">
              <span className="block font-medium text-foreground sm:flex-1">
                {problems[code].title}
              </span>
              <code className="block font-mono text-muted-foreground text-xs/5 sm:w-48">
                {code}
              </code>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  </>
)
