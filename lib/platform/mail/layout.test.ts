import { describe, expect, it } from 'vitest'
import { invitationMail } from './invitation-mail'
import { actionMail } from './layout'
import { nameInMail, oneLine } from './text'

const invitation = (more: object = {}) =>
  invitationMail({
    organizationName: 'Halden Robotics',
    inviterName: 'Siobhán O’Donnell-Ní Bhriain',
    roleLabel: 'Collaborator',
    link: 'https://gatehouse.halden.example/register?invitation=gth_inv_0123456789&o=1',
    expiresAt: new Date('2026-09-01T00:05:00Z'),
    host: 'gatehouse.halden.example',
    ...more,
  })

describe('the invitation', () => {
  it('says who, where, as what and until when, the same in both forms', () => {
    const { subject, text, html } = invitation()
    expect(subject).toBe('Siobhán O’Donnell-Ní Bhriain invited you to Halden Robotics')
    const written = html.replace(/<(head)[\s\S]*<\/\1>|<[^>]+>/g, ' ').replace(/\s+/g, ' ')
    for (const sentence of [
      'Join Halden Robotics',
      'Siobhán O’Donnell-Ní Bhriain invited you to Halden Robotics.',
      'You join as: Collaborator',
      'The link works once, until Tue 1 Sep 2026, 00:05 UTC.',
      'Sent by Gatehouse at gatehouse.halden.example.',
    ]) {
      expect(text).toContain(sentence)
      expect(written).toContain(sentence)
    }
    expect(text).toContain(
      '\nhttps://gatehouse.halden.example/register?invitation=gth_inv_0123456789&o=1\n',
    )
    expect(html.match(/href="[^"]*"/g)).toEqual([
      'href="https://gatehouse.halden.example/register?invitation=gth_inv_0123456789&amp;o=1"',
      'href="https://gatehouse.halden.example/register?invitation=gth_inv_0123456789&amp;o=1"',
    ])
  })

  it('keeps markup, line breaks and links of a name out', () => {
    const name = `<img src=x onerror="a()">'&amp;\r\nBcc: x@evil.example https://evil.example/win\u202e`
    const { subject, text, html } = invitation({ organizationName: name, inviterName: name })
    expect(subject).not.toMatch(/[\r\n\u202e]/)
    expect(html).not.toContain('<img')
    expect(html).toContain('&lt;img src=x onerror=&quot;a()&quot;&gt;&#39;&amp;amp; Bcc')
    for (const form of [subject, text, html]) {
      expect(form).not.toMatch(/evil\.example|https:\/\/evil|x@/)
    }
    expect(html.match(/href=/g)).toHaveLength(2)
  })

  it('keeps the direction of a name to itself, and emoji whole', () => {
    const { subject } = invitation({ inviterName: 'مريم الفاسي', organizationName: '👩🏽‍🚀 Orbit' })
    expect(subject).toBe('\u2068مريم الفاسي\u2069 invited you to 👩🏽‍🚀 Orbit')
    expect(nameInMail('🦊'.repeat(200))).toBe(`${'🦊'.repeat(99)}…`)
  })
})

describe('the layout', () => {
  it('escapes every value', () => {
    const bad = `"><b>&'`
    const { html } = actionMail({
      subject: bad,
      title: bad,
      paragraphs: [bad, bad],
      action: { label: bad, link: `https://halden.example/?q=${bad}` },
      after: bad,
      footer: bad,
    })
    expect(html).not.toMatch(/<b>|&'/)
    expect(html.match(/&quot;&gt;&lt;b&gt;&amp;&#39;/g)).toHaveLength(7)
  })

  it('takes web addresses only', () => {
    expect(() => invitation({ link: 'javascript:alert(1)' })).toThrow('http')
    expect(() => invitation({ link: '/register' })).toThrow()
  })

  it('makes one line of anything', () => {
    expect(oneLine(' a\r\n\tb\u2028c\0d\u0085e ')).toBe('a b c d e')
  })
})
