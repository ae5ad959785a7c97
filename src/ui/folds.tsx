import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { Disclosure, DisclosureGroup, DisclosurePanel } from 'react-aria-components/DisclosureGroup'
import { Heading } from 'react-aria-components/Heading'

/** Things of which one at a time stands open; each is a {@link Fold}. */
export function Folds({ open, children }: { readonly open?: string | undefined; readonly children: ReactNode }) {
  return <DisclosureGroup {...(open && { defaultExpandedKeys: [open] })}>{children}</DisclosureGroup>
}

type FoldProps = {
  readonly id: string
  readonly title: string
  /** a few words behind the title */ readonly beside?: string
  /** what is read while it is closed, too */ readonly summary?: string
  readonly children: ReactNode
}
/** One of {@link Folds}: its title opens it. */
export function Fold({ id, title, beside, summary, children }: FoldProps) {
  return (
    <section className="card fold" aria-label={title}>
      <Disclosure id={id}>
        <Heading level={2}>
          <Button slot="trigger">
            <span className="fold-mark" aria-hidden="true" />
            {title}
          </Button>
          {beside && <small>{beside}</small>}
        </Heading>
        {summary && <p>{summary}</p>}
        <DisclosurePanel>{children}</DisclosurePanel>
      </Disclosure>
    </section>
  )
}
