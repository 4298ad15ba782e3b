// Hebrew, Arabic, Syriac, Thaana, N'Ko and the other scripts that run from right to left.
const rightToLeft =
  /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/**
 * A name as it stands in a sentence of plain text (a title, a mail, a problem): what runs from right to left is set
 * apart (FSI … PDI, UAX #9), so that digits and stops around it keep their places. In JSX write `<bdi>`.
 */
export const isolated = (name: string): string =>
  rightToLeft.test(name) ? `\u2068${name}\u2069` : name
