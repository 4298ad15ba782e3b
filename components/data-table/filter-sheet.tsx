'use client'
import { Fragment } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog, DialogFooter } from '@/components/ui/dialog'
import { FilterLook } from './filter-look'
import type { FiltersProps } from './filter-part'

/** All filters lie open: what phones show instead of chips. */
export const FilterSheet = ({
  parts,
  active,
  onClear,
  onClose,
}: FiltersProps & { onClose: () => void }) => (
  <Dialog
    open
    onOpenChange={onClose}
    title="Filters"
    footer={
      <DialogFooter
        note={
          active && (
            <Button variant="ghost" onClick={onClear}>
              Clear
            </Button>
          )
        }
      >
        <Button variant="primary" onClick={onClose}>
          Show
        </Button>
      </DialogFooter>
    }
  >
    <FilterLook.Provider value="sheet">
      {parts.map(({ id, node }) => (
        <Fragment key={id}>{node}</Fragment>
      ))}
    </FilterLook.Provider>
  </Dialog>
)
