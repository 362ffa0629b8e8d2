import { Component, type ReactNode } from 'react'

interface Properties {
  readonly instead: ReactNode
  readonly children: ReactNode
}

/** Where drawing fails, something is said in its place: React alone would leave an empty page. */
export class Boundary extends Component<Properties, { readonly broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override render() {
    return this.state.broken ? this.props.instead : this.props.children
  }
}
