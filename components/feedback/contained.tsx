'use client'
import { RotateCw } from 'lucide-react'
import { Component, type ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog, DialogFooter } from '@/components/ui/dialog'
import { isChunkError, reloadOnce } from '@/lib/client/chunk-error'

type Props = { onClose: () => void; children: ReactNode }
type State = { error: Error | null }

/** Around what opens over a page: where that breaks, or its code cannot be loaded, the page below stays. */
export class Contained extends Component<Props, State> {
  override state: State = { error: null }

  static getDerivedStateFromError = (error: Error): State => ({ error })

  override componentDidCatch(error: Error) {
    if (isChunkError(error)) reloadOnce()
  }

  override render() {
    const { error } = this.state
    if (!error) return this.props.children
    const close = () => {
      this.setState({ error: null })
      this.props.onClose()
    }
    const again = () => (isChunkError(error) ? location.reload() : this.setState({ error: null }))
    return (
      <Dialog
        open
        alert
        size="small"
        onOpenChange={close}
        title="This could not be shown"
        description="Something in it broke, or could not be loaded. Nothing was changed."
        footer={
          <DialogFooter>
            <Button data-autofocus onClick={close}>
              Close
            </Button>
            <Button variant="primary" icon={<RotateCw />} onClick={again}>
              Try again
            </Button>
          </DialogFooter>
        }
      />
    )
  }
}
