import { roster } from './roster'

/** Removed: days since joining, and days since leaving in the last column. */
export const formerPeople = roster(`
Casper Halvorsen · casper.halvorsen · 281 · 44d
Mirela Dobrescu · mirela.dobrescu · 160 · 61d
Pippa Ashdown · pippa@brightwell-consulting.example · 86 · 12d
Fergus McAllister · fergus@brightwell-consulting.example · 85 · 12d
Sanjay Ramanathan · sanjay@brightwell-consulting.example · 81 · 26d
Виктория Лебедева · viktoria.lebedeva · 190 · 70d
松本 涼 · ryo.matsumoto · 79 · 5d
Beatriz Quintanilla · beatriz.quintanilla · 66 · 37d
Henrik Sjöström · henrik.sjostrom · 137 · 19d
`)
