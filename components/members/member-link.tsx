'use client'
import Link from 'next/link'
import { createContext, type ReactNode, useContext } from 'react'
import { type MemberListState, withMemberList } from './member-list'

const List = createContext('')

/** The list that links to people below it carry along. */
export const MemberListContext = (props: { state: MemberListState; children: ReactNode }) => (
  <List.Provider value={withMemberList('', props.state)}>{props.children}</List.Provider>
)

/** The page of a person, who stays at their place in the list they were opened from. */
export const memberHref = (id: string, list: string) => `/users/${id}${list}`

type Props = { id: string; className?: string; children: ReactNode }

/** For a pointer and for a new tab; the row itself is what the keyboard opens. */
export const MemberLink = ({ id, className, children }: Props) => (
  <Link
    href={memberHref(id, useContext(List))}
    prefetch={false}
    tabIndex={-1}
    className={className}
  >
    {children}
  </Link>
)
