import { urlWord } from '@/lib/client/url-parsers'
import type { TreeView } from './tree-model'

export const viewParser = urlWord(['effect', 'granted']).withDefault('effect')

const views = { effect: 'In effect', granted: 'As granted' } as const
type Props = { view: TreeView; onChange: (view: TreeView) => void }

/** What counts now, or what was given. */
export const ViewSwitch = ({ view, onChange }: Props) => (
  <fieldset className="inline-flex shrink-0 rounded-md bg-pressed p-px">
    <legend className="sr-only">Roles shown</legend>
    {(Object.keys(views) as TreeView[]).map((each) => (
      <button
        key={each}
        type="button"
        aria-pressed={view === each}
        onClick={() => onChange(each)}
        className="flex h-6.5 items-center rounded-[5px] px-2.5 font-medium text-muted-foreground text-xs -outline-offset-2 hover:text-foreground aria-pressed:bg-background aria-pressed:text-foreground aria-pressed:shadow-[0_0_0_1px_var(--border)] max-sm:h-11 max-sm:text-sm dark:aria-pressed:bg-raised"
      >
        {views[each]}
      </button>
    ))}
  </fieldset>
)
