import { keepPreviousData, QueryClient } from '@tanstack/react-query'
import { problemOf, tooSlow } from './problem-error'

/** One per browser tab, one per server render. */
export const makeQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        placeholderData: keepPreviousData,
        retry: (failures, error) => {
          const problem = problemOf(error)
          if (problem === tooSlow || failures >= 2) return false
          return problem.status === 0 || problem.status >= 500
        },
      },
    },
  })
