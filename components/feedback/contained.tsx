'use client'
import { Component, type ReactNode } from 'react'
import { lazily } from '@/components/ui/lazily'
import { isChunkError, reloadOnce } from '@/lib/client/chunk-error'

const NotShown = lazily(() => import('./not-shown').then((m) => m.NotShown))

type Props = { onClose: () => void; children: ReactNode }
type State = { error: Error | null }

/** Around what opens over a page: where that breaks, the page below stays. */
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
    return <NotShown onClose={close} onRetry={again} />
  }
}
