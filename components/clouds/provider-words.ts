import type { CloudRow } from '@/components/resources/shapes'

export const providerLabels: Record<CloudRow['provider'], string> = {
  AWS: 'AWS',
  GCP: 'Google Cloud',
  AZURE: 'Azure',
  GENERIC: 'Generic',
  PCP: 'Private cloud',
  CLOUDGATEWAY: 'Cloud gateway',
}

export const stackLabels: Record<CloudRow['computeStack'], string> = {
  VM: 'Virtual machines',
  K8S: 'Kubernetes',
  KUBERAY: 'KubeRay',
}

/** "AWS us-west-2". */
export const placeWords = ({ provider, region }: Pick<CloudRow, 'provider' | 'region'>) =>
  `${providerLabels[provider]} ${region}`.trim()
