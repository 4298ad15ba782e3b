/** Text in which `marked` words are code. */
export const InlineCode = ({ children }: { children: string }) => (
  <>
    {children.split('`').map((part, index) =>
      index % 2 === 0 ? (
        part
      ) : (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of a constant text
        <code key={index} className="font-mono text-sm">
          {part}
        </code>
      ),
    )}
  </>
)
