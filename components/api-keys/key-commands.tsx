'use client'
import { Tabs } from 'radix-ui'
import { useState } from 'react'
import { CopyButton } from '@/components/ui/copy-button'
import { commandsFor } from './commands'

/** Ready to paste, with the key in it and this server's own address. */
export function KeyCommands({ apiKey }: { apiKey: string }) {
  const commands = commandsFor(apiKey, location.origin)
  const [label, setLabel] = useState(commands[0]?.label)
  const current = commands.find((command) => command.label === label)
  return (
    <Tabs.Root value={label} onValueChange={setLabel} className="rounded-lg border">
      <div className="flex h-9 items-center gap-4 rounded-t-lg border-b bg-sunken pr-1 pl-3 max-sm:h-11">
        <Tabs.List aria-label="How to use it" className="flex h-full flex-1 gap-4">
          {commands.map((command) => (
            <Tabs.Trigger
              key={command.label}
              value={command.label}
              className="relative h-full rounded-sm px-0.5 text-muted-foreground -outline-offset-2 hover:text-foreground data-[state=active]:font-medium data-[state=active]:text-foreground data-[state=active]:after:absolute data-[state=active]:after:inset-x-0 data-[state=active]:after:-bottom-px data-[state=active]:after:h-0.5 data-[state=active]:after:bg-foreground"
            >
              {command.label}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        {current && <CopyButton value={current.text} label={current.label} size="icon" />}
      </div>
      {commands.map((command) => (
        <Tabs.Content key={command.label} value={command.label} className="-outline-offset-2">
          <pre className="whitespace-pre-wrap break-all px-3 py-2.5 font-mono text-foreground text-xs/5">
            {command.text}
          </pre>
        </Tabs.Content>
      ))}
    </Tabs.Root>
  )
}
