'use client'
import { CopyRow } from '@/components/ui/copy-row'
import { apiKeyPattern } from '@/lib/domain/api-key'

/** What a secret scanner is told: how keys look, and where it reports those that it finds. */
export function ForScanners() {
  const reports = `${location.origin}/api/gatehouse/v1/found_keys`
  const curl = `curl -d '{"keys": ["agh_pat_…"]}' ${reports}`
  return (
    <section aria-labelledby="for-scanners" className="border-t pt-4">
      <h3 id="for-scanners" className="font-semibold text-sm tracking-normal">
        For secret scanners
      </h3>
      <p className="mb-3 text-foreground-2">
        A key that is reported ends at once. Reporting needs no key, and the answer does not say
        whether a text was one.
      </p>
      <dl className="flex flex-col gap-2">
        <CopyRow
          term="Keys look like"
          label="expression for scanners"
          value={apiKeyPattern.source}
        />
        <CopyRow term="Reports go to" label="address of reports" value={reports} />
        <CopyRow term="With curl" label="curl command" value={curl} />
      </dl>
    </section>
  )
}
