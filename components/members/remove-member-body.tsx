'use client'
import { PreviewedBody, type PreviewedProps } from './previewed-body'
import { RemovalConsequences, type RemovalPreview } from './removal-consequences'

type Props = Omit<PreviewedProps<RemovalPreview>, 'children' | 'goneWords'>

export const RemoveMemberBody = (props: Props) => (
  <PreviewedBody {...props} goneWords="There is nothing to remove.">
    {(preview) => <RemovalConsequences preview={preview} />}
  </PreviewedBody>
)
