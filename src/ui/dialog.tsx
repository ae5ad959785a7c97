import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useText } from './text.ts'

type Props = {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  /** what can be decided here beside closing it */ readonly actions?: ReactNode
  /** what closing means, where “Close” does not say it */ readonly closing?: string
}

/** A dialog over the page, open while it is mounted: Escape, a press beside it or its button closes it. */
export function Dialog({ title, onClose, children, actions, closing }: Props) {
  const text = useText()
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={(isOpen) => !isOpen && onClose()} className="overlay">
      <Modal className="modal">
        <AriaDialog className="dialog">
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          {children}
          <div className="row">
            <Button slot="close" className="primary">
              {closing ?? text('ui.close')}
            </Button>
            {actions}
          </div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
