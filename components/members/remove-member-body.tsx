'use client'
import type { Heirs } from './heirs'
import { PreviewedBody, type PreviewedProps } from './previewed-body'
import { RemovalConsequences, type RemovalPreview } from './removal-consequences'

type Props = Omit<PreviewedProps<RemovalPreview>, 'children' | 'goneWords'> & {
  heirs: Heirs
  onHeirs: (heirs: Heirs) => void
}

export const RemoveMemberBody = ({ heirs, onHeirs, ...props }: Props) => (
  <PreviewedBody {...props} goneWords="There is nothing to remove.">
    {(preview) => <RemovalConsequences {...{ preview, heirs, onHeirs }} />}
  </PreviewedBody>
)
