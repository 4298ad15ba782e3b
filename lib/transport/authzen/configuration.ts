import 'server-only'
import { env } from '@/lib/platform/env'

const PATH = '/.well-known/authzen-configuration'

/** Whether a path is that of the metadata, in either slash form. */
export const isWellKnown = (path: string): boolean => path.replace(/\/$/, '') === PATH

/** Where decisions are asked for (AuthZEN 1.0 §9): of this installation, whoever asks. */
export function authzenConfiguration() {
  const base = env.PUBLIC_URL.replace(/\/$/, '')
  const at = (path: string) => `${base}/access/v1/${path}`
  return {
    policy_decision_point: base,
    access_evaluation_endpoint: at('evaluation'),
    access_evaluations_endpoint: at('evaluations'),
    search_subject_endpoint: at('search/subject'),
    search_resource_endpoint: at('search/resource'),
    search_action_endpoint: at('search/action'),
  }
}
