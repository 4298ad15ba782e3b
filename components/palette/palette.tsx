'use client'
import { Command } from 'cmdk'
import { Search } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useViewer } from '@/components/access/viewer'
import { Button } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { DialogCross } from '@/components/ui/dialog'
import { useDialogFocus } from '@/components/ui/use-dialog-focus'
import { useBackCloses } from '@/lib/client/leaving'
import { useStored } from '@/lib/client/stored'
import { plural } from '@/lib/client/words'
import type { EntryTools } from './entries'
import { PaletteFooter } from './palette-footer'
import { type Item, PaletteItem } from './palette-item'
import { parseRecent, withRecent } from './palette-search'
import { type Person, useGroups } from './use-groups'

type Props = { tools: EntryTools; onClose: () => void }

/** ⌘K: pages, actions and people, by the keyboard alone. On phones it is the whole window. */
export function Palette({ tools, onClose }: Props) {
  const { identityId, organizationName } = useViewer()
  const [stored, store] = useStored(`palette:${identityId}`)
  const [recent] = useState(() => parseRecent(stored))
  const [text, setText] = useState('')
  const [person, setPerson] = useState<Person | null>(null)
  const [value, setValue] = useState('')
  const chosen = useRef<(() => void) | null>(null)
  const focus = useDialogFocus()
  const { groups, owners, loading, problem, retry } = useGroups({ text, person, recent, tools })
  const items = groups.flatMap((group) => group.items)
  const member = items.find(({ id }) => id === value)?.member

  useBackCloses(true, onClose)
  const leave = (run: (() => void) | null) => {
    chosen.current = run
    onClose()
  }
  const choose = ({ id, run }: Item) => {
    // Only ids of people have it: people and what was done with them are not remembered.
    if (!id.includes('_')) store(JSON.stringify(withRecent(recent, id)))
    leave(run)
  }
  const narrow = (to: Person | null) => {
    setPerson(to)
    setText('')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Tab' && !event.shiftKey && member && !person) narrow({ member, owners })
    else if (event.key === 'Backspace' && text === '' && person) narrow(null)
    else if (event.key === '?' && text === '') leave(tools.help)
    else return
    event.preventDefault()
  }

  return (
    <Radix.Root open onOpenChange={() => leave(null)}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-fade bg-(--scrim)" />
        <Radix.Content
          aria-describedby={undefined}
          onOpenAutoFocus={focus.onOpenAutoFocus}
          onCloseAutoFocus={(event) => {
            focus.onCloseAutoFocus(event)
            if (chosen.current) setTimeout(chosen.current)
          }}
          className="fixed inset-x-0 top-[12dvh] z-40 mx-auto flex max-h-[min(31rem,80dvh)] w-160 max-w-[calc(100vw-48px)] animate-pop flex-col overflow-hidden rounded-xl bg-raised shadow-modal outline-none max-sm:inset-0 max-sm:max-h-none max-sm:w-auto max-sm:max-w-none max-sm:rounded-none"
        >
          <Radix.Title className="sr-only">Search or jump to</Radix.Title>
          <Command
            shouldFilter={false}
            vimBindings={false}
            label="Search pages, actions and people"
            value={value}
            onValueChange={setValue}
            onKeyDown={onKeyDown}
            className="flex min-h-0 flex-1 flex-col outline-none"
          >
            <div className="flex shrink-0 items-center gap-3 border-b px-4 max-sm:pr-2">
              <Search className="text-muted-foreground" />
              {person && <Chip>{person.member.name}</Chip>}
              <Command.Input
                data-autofocus
                value={text}
                onValueChange={setText}
                placeholder={person ? 'What to do' : 'Search or jump to…'}
                className="h-12 min-w-0 flex-1 bg-transparent text-base outline-none"
              />
              <span dir="auto" className="max-w-48 max-sm:hidden">
                <Chip>{organizationName}</Chip>
              </span>
              <span className="sm:hidden">
                <DialogCross />
              </span>
            </div>
            <Command.List
              label="Results"
              className="min-h-0 flex-1 scroll-py-2 overflow-y-auto overscroll-contain p-1.5"
            >
              {groups.map(({ heading, items }) => (
                <Command.Group
                  key={heading}
                  heading={heading}
                  className="[&>[cmdk-group-heading]]:px-2.5 [&>[cmdk-group-heading]]:pt-2 [&>[cmdk-group-heading]]:pb-1 [&>[cmdk-group-heading]]:text-muted-foreground [&>[cmdk-group-heading]]:text-xs"
                >
                  {items.map((item) => (
                    <PaletteItem key={item.id} item={item} onChoose={choose} />
                  ))}
                </Command.Group>
              ))}
            </Command.List>
            <Note
              typed={text.trim()}
              count={items.length}
              loading={loading}
              failed={problem !== null}
              onRetry={retry}
            />
          </Command>
          <PaletteFooter
            person={member !== undefined && !person}
            onHelp={() => leave(tools.help)}
          />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

type NoteProps = {
  typed: string
  count: number
  loading: boolean
  failed: boolean
  onRetry: () => void
}

/** What the list cannot say: that it is searched, that nothing was found, that the people are missing. */
const Note = ({ typed, count, loading, failed, onRetry }: NoteProps) => {
  const empty = count === 0 && !loading && !failed
  const words = failed
    ? 'People could not be searched.'
    : loading
      ? 'Searching people…'
      : empty
        ? `Nothing matches “${typed}”. Type a name, an email, or a page.`
        : ''
  return (
    <>
      <p role="status" className="sr-only">
        {words || (typed && plural(count, 'result'))}
      </p>
      {words && (
        <div className="flex items-center gap-3 px-4 pb-3 text-muted-foreground">
          <span aria-hidden>{words}</span>
          {failed && (
            <Button size="small" onClick={onRetry}>
              Try again
            </Button>
          )}
        </div>
      )}
    </>
  )
}
