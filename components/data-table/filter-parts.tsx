'use client'
import type { ReactNode } from 'react'
import { FilterMenu } from './filter-menu'
import type { FilterPart } from './filter-part'
import { FilterSingle } from './filter-single'

type KeyOf<State, Value> = {
  [Key in keyof State & string]: State[Key] extends Value ? Key : never
}[keyof State & string]
type Item<Values> = Values extends readonly (infer Value extends string)[] ? Value : never
type Options<Value extends string> = readonly { value: Value; label: string }[]

/** The filters of a list, each by its name in the state of that list. */
export function filterParts<State extends object>(
  state: State,
  change: (next: Partial<State>) => void,
) {
  const to = (id: keyof State) => (value: unknown) => change({ [id]: value } as Partial<State>)
  const part = (
    id: keyof State & string,
    label: string,
    node: ReactNode,
    more = false,
  ): FilterPart => ({ id, label, node, more, set: `${state[id] ?? ''}` !== '' })
  return {
    /** A chip of its own kind. */
    part,
    /** Several values at once. */
    several: <Id extends KeyOf<State, readonly string[]>>(
      id: Id,
      label: string,
      options: Options<Item<State[Id]>>,
      more?: boolean,
    ) =>
      part(
        id,
        label,
        <FilterMenu
          label={label}
          options={options}
          values={state[id] as readonly Item<State[Id]>[]}
          onValuesChange={to(id)}
        />,
        more,
      ),
    /** One value or none. */
    one: <Id extends KeyOf<State, string | null>>(
      id: Id,
      label: string,
      options: Options<NonNullable<State[Id]> & string>,
      more?: boolean,
    ) =>
      part(
        id,
        label,
        <FilterSingle
          label={label}
          options={options}
          value={state[id] as (NonNullable<State[Id]> & string) | null}
          onValueChange={to(id)}
        />,
        more,
      ),
  }
}
