'use client'
import { Avatar } from '@/components/access/avatar'
import { useDenial } from '@/components/access/viewer'
import { useGo } from '@/components/layout/use-go'
import { memberHref } from '@/components/members/member-href'
import { roleLabels } from '@/lib/domain/roles'
import type { Member } from '@/lib/modules/members/member'
import { actions, type Entry, type EntryTools, pages } from './entries'
import { type Item, type ItemGroup, Marked } from './palette-item'
import { findEntries, splitVerb } from './palette-search'
import { useOrganizationItems } from './use-organizations'
import { usePeople } from './use-people'
import { usePersonActions, verbOf } from './use-person-actions'
import { usePlaces } from './use-places'

const RECENT_SHOWN = 4

/** Somebody, with what the row rules need to know beside. */
export type Person = { member: Member; owners: number }

type Options = {
  text: string
  /** Whose verbs are shown; null: everything. */
  person: Person | null
  recent: readonly string[]
  tools: EntryTools
}

/** What the palette lists for a text, in groups. */
export function useGroups({ text, person, recent, tools }: Options) {
  const go = useGo()
  const denial = useDenial()
  const typed = text.trim()
  const { verbs } = usePersonActions(0)
  const { verb, who } = splitVerb(text, verbs)
  const people = usePeople(person ? '' : who)
  const organizations = useOrganizationItems(person ? '' : typed)
  const places = usePlaces(person ? '' : typed)
  const own = usePersonActions(person?.owners ?? people.owners)

  const entryItem = (entry: Entry): Item => ({
    id: entry.id,
    icon: entry.icon,
    label: <Marked text={entry.label} typed={typed} />,
    reason: denial(entry.permission),
    run: () => ('href' in entry ? go(entry.href) : entry.run(tools)),
  })
  const personItem = (member: Member): Item => ({
    id: member.id,
    icon: <Avatar id={member.id} name={member.name} kind={member.kind} size={20} />,
    label: <Marked text={member.name} typed={who} />,
    note: (
      <>
        <bdi>{member.email}</bdi>
        {member.kind === 'person' && ` · ${roleLabels[member.role]}`}
      </>
    ),
    reason: null,
    run: () => go(memberHref(member)),
    member,
  })
  const verbItems = (member: Member): Item[] =>
    own.of(member).map(({ id, icon, label, reason, run }) => ({
      id: `${id} ${member.id}`,
      icon,
      label,
      note: <bdi>{member.name}</bdi>,
      reason,
      run,
    }))
  const verbsOf = (member: Member, only: string | null) =>
    verbItems(member).filter(
      ({ label }) => only === null || (typeof label === 'string' && verbOf(label) === only),
    )

  const groups: ItemGroup[] = []
  const add = (heading: string, items: readonly Item[]) => {
    if (items.length > 0) groups.push({ heading, items })
  }
  const find = (entries: readonly Entry[]) => findEntries(entries, text, recent).map(entryItem)
  const [first] = people.rows
  if (person) {
    const name = <bdi>{person.member.name}</bdi>
    const open = { ...personItem(person.member), label: 'Open', note: name }
    const named = [open, ...verbItems(person.member)].map((item) => ({
      item,
      label: `${item.label}`,
    }))
    const listed = named.map(({ item, label }) => ({ id: item.id, label, item }))
    add(
      'Do',
      findEntries(listed, text, []).map(({ item }) => item),
    )
  } else if (typed === '') {
    const all = [...pages, ...actions]
    const used = recent.flatMap((id) => all.find((entry) => entry.id === id) ?? [])
    const shown = used.slice(0, RECENT_SHOWN)
    const rest = (entries: readonly Entry[]) => entries.filter((entry) => !shown.includes(entry))
    add('Recent', shown.map(entryItem))
    add('Pages', rest(pages).map(entryItem))
    add('Actions', rest(actions).map(entryItem))
  } else {
    if (verb)
      add(
        'Do',
        people.rows.flatMap((member) => verbsOf(member, verb)),
      )
    add('People', people.rows.map(personItem))
    if (!verb && first) add('Do', verbsOf(first, null))
    add('Pages', find(pages))
    add('Clouds', places.clouds)
    add('Projects', places.projects)
    add('Organizations', organizations)
    add('Actions', find(actions))
  }
  return { ...people, groups }
}
