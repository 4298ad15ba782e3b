import type { TermsText as Text } from '@/lib/modules/terms/terms'

type Props = { text: Text /** The heading's rank on its page. */; as?: 'h1' | 'h2' }

/** One text, whole. Its HTML was made of Markdown that can hold none. */
export const TermsText = ({ text, as: Heading = 'h2' }: Props) => (
  <section id={text.document} aria-label={text.title} className="scroll-mt-4">
    <Heading className="font-semibold text-xl">{text.title}</Heading>
    <p className="mt-1 mb-4 text-muted-foreground text-xs">
      Version {text.version}
      {text.effective && <>, in effect from {text.effective}</>}
    </p>
    {/* biome-ignore lint/security/noDangerouslySetInnerHtml: micromark escapes all HTML in it */}
    <div className="prose-text" dangerouslySetInnerHTML={{ __html: text.html }} />
  </section>
)
