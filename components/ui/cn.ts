import { mergeClasses } from './merge-classes'

type Classes = string | false | null | undefined

/** Joins class names; of two that contradict each other the later one wins. */
export const cn = (...classes: Classes[]) => mergeClasses(classes.filter(Boolean).join(' '))
