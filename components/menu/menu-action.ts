import type { ReactNode } from 'react'
import type { Confirm } from '@/components/feedback/confirm'
import type { notify } from '@/components/feedback/notify'
import type { OrganizationPermission } from '@/lib/domain/permissions'

/** What an action may use besides its row. */
export type ActionTools = { confirm: Confirm; notify: typeof notify }

export type MenuAction<Row> = {
  id: string
  /** Ends with "…" when a dialog follows. */
  label: string | ((row: Row) => string)
  icon: ReactNode
  /** A second line that says what happens. */
  hint?: string | ((row: Row) => string | undefined)
  /** One letter, works while the menu is open; or a glyph. */
  shortcut?: string
  tone?: 'default' | 'destructive'
  /** Of two that undo each other, the one that makes no sense for this row. */
  hidden?: (row: Row) => boolean
  /** Checked with the policy table; its denial is the reason. */
  permission?: OrganizationPermission
  /** The row rule: a sentence that says why not now, and who can change it. */
  disabledReason?: (row: Row) => string | null
  run: (row: Row, tools: ActionTools) => void
}

/** An entry that opens further entries beside it: "Copy ▸". */
export type MenuBranch<Row> = {
  id: string
  label: string
  icon: ReactNode
  entries: readonly MenuAction<Row>[]
}
export type MenuEntry<Row> = MenuAction<Row> | MenuBranch<Row>

/** All actions of a menu, those behind a further entry too. */
export const flatActions = <Row>(
  groups: readonly (readonly MenuEntry<Row>[])[],
): MenuAction<Row>[] =>
  groups.flat().flatMap((entry) => ('entries' in entry ? [...entry.entries] : [entry]))

/** One definition for button, row menu, bulk bar and palette. */
export const defineMenuAction = <Row>(action: MenuAction<Row>): MenuAction<Row> => action
