'use client'
import { CloudFrame } from './cloud-frame'
import { CloudSettings } from './cloud-settings'

/** /clouds/{id}/settings. */
export const CloudSettingsScreen = ({ cloudId }: { cloudId: string }) => (
  <CloudFrame cloudId={cloudId}>{(cloud) => <CloudSettings cloud={cloud} />}</CloudFrame>
)
