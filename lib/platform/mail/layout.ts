import 'server-only'
import { escapeHtml, oneLine } from './text'

export type Mail = { subject: string; text: string; html: string }

/** One mail with one thing to do. Values are plain text; names go through nameInMail first. */
export type ActionMail = {
  subject: string
  title: string
  paragraphs: string[]
  action: { label: string; link: string }
  /** Below the button: how long the link works, and for whom. */
  after: string
  footer: string
}

/** The mail as HTML and as the same words in plain text. Throws when the link is not http or https. */
export function actionMail(mail: ActionMail): Mail {
  const { protocol, href: link } = new URL(mail.action.link)
  if (protocol !== 'https:' && protocol !== 'http:')
    throw new Error('A mailed link is http or https.')
  const subject = oneLine(mail.subject)
  const { title, paragraphs, after, footer } = mail
  const text = [title, ...paragraphs, `${mail.action.label}:\n${link}`, after, `-- \n${footer}`]
  return { subject, text: `${text.join('\n\n')}\n`, html: html({ ...mail, subject }, link) }
}

const FONT = `font-family:'IBM Plex Sans',-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif`

// Light colours inline, because some programs drop <style>; the dark ones override them where it is kept.
// The button's two colours stay readable when a program inverts them by itself. tokens.css, as sRGB.
const DARK = `
  :root { color-scheme: light dark; supported-color-schemes: light dark; }
  @media (prefers-color-scheme: dark) {
    .page { background-color: #131416 !important; }
    .title { color: #ecedef !important; }
    .words { color: #b8bbbe !important; }
    .small { color: #979a9f !important; border-color: #2d2f32 !important; }
    .link { color: #81c5e8 !important; }
    .button { background-color: #2679a8 !important; }
  }
  @media (max-width: 480px) { .cell { padding: 24px 20px !important; } }`

function html({ subject, title, paragraphs, action, after, footer }: ActionMail, link: string) {
  const href = escapeHtml(link)
  const words = (text: string, space: number) =>
    `<p class="words" dir="auto" style="margin:0 0 ${space}px;font-size:15px;line-height:24px;color:#4a4d53">${escapeHtml(text)}</p>`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no,date=no,address=no,email=no">
<title>${escapeHtml(subject)}</title>
<style>${DARK}
</style>
</head>
<body class="page" style="margin:0;padding:0;background-color:#ffffff">
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" border="0" style="background-color:#ffffff">
<tr><td class="cell" align="center" style="padding:40px 24px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:520px">
<tr><td align="left" style="${FONT};text-align:start">
<h1 class="title" dir="auto" style="margin:0 0 16px;font-size:22px;line-height:30px;font-weight:600;letter-spacing:-.01em;color:#1c1e22">${escapeHtml(title)}</h1>
${paragraphs.map((text) => words(text, 12)).join('\n')}
<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:24px 0">
<tr><td class="button" bgcolor="#085d86" style="background-color:#085d86;border-radius:6px">
<a href="${href}" dir="auto" style="display:inline-block;padding:12px 20px;${FONT};font-size:15px;line-height:20px;font-weight:600;color:#ffffff;text-decoration:none">${escapeHtml(action.label)}</a>
</td></tr>
</table>
${words(after, 16)}
<p class="small" style="margin:0 0 32px;font-size:13px;line-height:20px;color:#65676d">If the button does nothing, open this address:<br>
<a class="link" href="${href}" style="color:#025a83;word-break:break-all">${href}</a></p>
<p class="small" dir="auto" style="margin:0;padding:16px 0 0;border-top:1px solid #e1e0de;font-size:12px;line-height:18px;color:#65676d">${escapeHtml(footer)}</p>
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`
}
