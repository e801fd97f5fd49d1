import { Component, Suspense, type ReactNode } from 'react';

interface BoundaryProps {
  children: ReactNode;
  /** What to show in place of what broke; nothing by default. */
  fallback?: ReactNode;
  /** Hears of the error. */
  broke?: (error: unknown) => void;
}

/** Shows something else in place of a part that threw an error, so that the page never goes blank. */
class Boundary extends Component<BoundaryProps, { isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError(): { isBroken: boolean } {
    return { isBroken: true };
  }

  override componentDidCatch(error: unknown): void {
    this.props.broke?.(error);
  }

  override render(): ReactNode {
    return this.state.isBroken ? (this.props.fallback ?? null) : this.props.children;
  }
}

/** A part that is loaded once it is needed. Nothing is there until then. */
export function Later({ children, ...props }: BoundaryProps) {
  return (
    <Boundary {...props}>
      <Suspense fallback={null}>{children}</Suspense>
    </Boundary>
  );
}

/** The last resort: what to do when the prompter itself can’t be drawn. */
export function PageBoundary({ children }: { children: ReactNode }) {
  return <Boundary fallback={<PageBroken />}>{children}</Boundary>;
}

function PageBroken() {
  return (
    <main className="prompter" aria-label="Offbook">
      <div className="empty">
        <h1 className="unseen">Offbook</h1>
        <p role="alert">This page stopped working. Your clock and your place are safe: reload the page to go on.</p>
        <div className="actions">
          <button type="button" className="button" onClick={() => window.location.reload()}>
            Reload
          </button>
        </div>
      </div>
    </main>
  );
}
