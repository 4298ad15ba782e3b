/** gains and losses wear their sign; `same` says what stays or never was. */
export type Meaning = { sign: 'gain' | 'loss' | 'same'; text: string }
