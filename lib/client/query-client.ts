import { keepPreviousData, QueryClient } from '@tanstack/react-query'
import { problemOf } from './problem-error'

/** One per browser tab, one per server render. */
export const makeQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        placeholderData: keepPreviousData,
        retry: (failures, error) => {
          const { status } = problemOf(error)
          return (status === 0 || status >= 500) && failures < 2
        },
      },
    },
  })
