import { useContext, useLayoutEffect, useRef, type RefObject } from 'react';
import { drive, type Motion } from './motion.ts';
import { WindowContext } from '../client/program-context.ts';

/**
 * Moves an element along the plan by one animation, whose time is plan time. Each drawing puts it where the
 * motion says; between drawings the compositor carries it on. `keyframes` must stay the same object while
 * they are the same.
 */
export function usePlanAnimation(
  element: RefObject<HTMLElement | null>,
  keyframes: Keyframe[],
  targetMs: number,
  motionNow: () => Motion,
): void {
  const win = useContext(WindowContext);
  const animation = useRef<Animation>(null);
  useLayoutEffect(() => {
    const made = element.current?.animate(keyframes, { duration: Math.max(1, targetMs), fill: 'both' }) ?? null;
    made?.pause();
    animation.current = made;
    return () => made?.cancel();
  }, [element, keyframes, targetMs]);
  useLayoutEffect(() => {
    if (animation.current !== null) drive(animation.current, motionNow(), win.performance.now());
  });
}
