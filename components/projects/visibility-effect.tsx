'use client'
import { Banner } from '@/components/feedback/banner'
import { ProblemBanner } from '@/components/feedback/problem-banner'
import { listed } from '@/components/members/role-words'
import { bounded, boundedWords } from '@/components/resources/bounded'
import { Button } from '@/components/ui/button'
import { isolated } from '@/lib/domain/isolated'
import type { Visibility, VisibilityPreview } from './use-visibility'

/** Whose access changes, before the button. */
export function VisibilityEffect({ visibility }: { visibility: Visibility }) {
  const { wanted, preview, problem, pending } = visibility
  if (wanted === null) return null
  return (
    <div className="flex flex-col gap-2">
      <ProblemBanner problem={problem} />
      <Banner
        tone={preview && isHarmless(preview) ? 'info' : 'warning'}
        title={preview ? titleOf(preview) : 'One moment: whose access changes is being counted.'}
        action={
          <div className="flex shrink-0 gap-2 max-sm:w-full">
            <Button onClick={visibility.cancel}>Cancel</Button>
            <Button
              variant="primary"
              pending={pending}
              pendingLabel="Saving…"
              disabledReason={preview ? preview.denial : 'One moment.'}
              onClick={visibility.save}
            >
              {wanted ? 'Make public' : 'Make private'}
            </Button>
          </div>
        }
      >
        {preview && linesOf(preview).map((line) => <p key={line}>{line}</p>)}
      </Banner>
    </div>
  )
}

type Affected = VisibilityPreview['lower']
const people = (count: number) => boundedWords(count, 'member')

const isHarmless = ({ lose, lower, gain, raise }: VisibilityPreview) =>
  lose.count + lower.count + gain.count + raise.count === 0

function titleOf({ lose, lower, gain, raise }: VisibilityPreview): string {
  const parts = [
    lose.count > 0 && `${people(lose.count)} would lose access`,
    lower.count > 0 && `${people(lower.count)} would only read`,
    gain.count > 0 && `${people(gain.count)} would gain access`,
    raise.count > 0 && `${people(raise.count)} would gain Write`,
  ].filter((part) => part !== false)
  return parts.length > 0 ? listed.format(parts) : 'No one’s access changes today.'
}

function linesOf({ lose, lower, gain, raise }: VisibilityPreview): string[] {
  const lately =
    lose.lately > 0
      ? `${bounded(lose.lately)} of them had something running here in the last 30 days. It keeps running.`
      : null
  return [
    lately,
    namesOf('Among them', lose.count > 0 ? lose : lower),
    namesOf('Among them', gain.count > 0 ? gain : raise),
  ].filter((line) => line !== null)
}

function namesOf(lead: string, { count, first }: Affected): string | null {
  if (first.length === 0) return null
  const names = listed.format(first.map((name) => isolated(name)))
  return count > first.length ? `${lead}: ${names}.` : `${names}.`
}
