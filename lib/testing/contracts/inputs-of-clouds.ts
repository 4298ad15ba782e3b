import type { Ids } from './rows'

/** Clouds, projects and workloads: a line for each use case, on what idsOf has made. */
export const inputsOfClouds = (_: Ids): Record<string, unknown> => ({})
