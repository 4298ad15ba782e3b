import { pages } from './entries'

type Shortcut = { keys: readonly string[]; what: string; letter?: boolean }
export type ShortcutPlace = { place: string; shortcuts: readonly Shortcut[] }

/** What the keyboard help lists. `mod` is ⌘ or Ctrl. */
export const shortcutPlaces = (mod: string): readonly ShortcutPlace[] => [
  {
    place: 'Everywhere',
    shortcuts: [
      { keys: [mod, 'K'], what: 'Search or jump to' },
      { keys: ['?'], what: 'This help', letter: true },
      { keys: ['Esc'], what: 'Close what is open' },
    ],
  },
  {
    place: 'Lists',
    shortcuts: [
      { keys: ['/'], what: 'Search', letter: true },
      { keys: ['J'], what: 'Next row', letter: true },
      { keys: ['K'], what: 'Row before', letter: true },
      { keys: ['Enter'], what: 'Open the row' },
      { keys: ['.'], what: 'Menu of the row', letter: true },
      { keys: ['X'], what: 'Select the row', letter: true },
      { keys: ['Shift', 'X'], what: 'Select all rows from the last one', letter: true },
      { keys: ['B'], what: 'Go to the verbs for the selection', letter: true },
      { keys: ['Esc'], what: 'Clear the selection' },
    ],
  },
  {
    place: 'A person',
    shortcuts: [
      { keys: ['J'], what: 'Next person of the list', letter: true },
      { keys: ['K'], what: 'Person before', letter: true },
    ],
  },
  {
    place: 'Go to',
    shortcuts: pages.flatMap(({ go, label }) =>
      go ? [{ keys: ['G', go.toUpperCase()], what: label, letter: true }] : [],
    ),
  },
]
