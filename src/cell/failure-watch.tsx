import { Component, type ReactNode } from 'react'

type Props = { readonly onFailed: () => void; readonly children: ReactNode }

/** A machine without WebGL throws when the canvas is made: the panels go on without it. */
export class FailureWatch extends Component<Props, { readonly broken: boolean }> {
  override state = { broken: false }
  static getDerivedStateFromError() {
    return { broken: true }
  }
  override componentDidCatch() {
    this.props.onFailed()
  }
  override render() {
    return this.state.broken ? null : this.props.children
  }
}
