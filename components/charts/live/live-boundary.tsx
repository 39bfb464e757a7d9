import { Component, type ReactNode } from "react";

interface LiveBoundaryProps {
  onFailure: () => void;
  children: ReactNode;
}

/** Where a live drawing fails, nothing is drawn in its place, and the static one is shown again. */
export class LiveBoundary extends Component<LiveBoundaryProps, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override componentDidCatch() {
    this.props.onFailure();
  }

  override render() {
    return this.state.hasFailed ? null : this.props.children;
  }
}
