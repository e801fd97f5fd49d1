import { lazy, Suspense } from 'react';
import { createPortal } from 'react-dom';
import { HelpSheet } from './help/HelpSheet.tsx';
import { Elsewhere } from './Elsewhere.tsx';
import { Keys } from './Keys.tsx';
import { FloatingContext, useView, ViewContext, WindowContext } from '../client/program-context.ts';
import { Prompter } from '../prompter/Prompter.tsx';
import { useAskedViews } from './use-view-requests.ts';
import { useFailureEnd } from './use-failure-end.ts';
import { useFloat, type Float } from '../ui/use-float.ts';
import { useLook } from './use-theme.ts';
import { useRoute } from './use-route.ts';

/** Loaded when they are asked for: the prompter is what must be there at once. */
const pages = {
  library: lazy(async () => ({ default: (await import('../library/LibraryView.tsx')).LibraryView })),
  settings: lazy(async () => ({ default: (await import('../settings/SettingsView.tsx')).SettingsView })),
  rehearsal: lazy(async () => ({ default: (await import('../rehearsal/RehearsalView.tsx')).RehearsalView })),
  progress: lazy(async () => ({ default: (await import('../progress/ProgressView.tsx')).ProgressView })),
};

/** The page's view, and the prompter in it or in a floating window above it. */
export function App() {
  const shell = useView(({ app }) => app?.capabilities.shell);
  const float = useFloat(shell === 'browser');
  const floatWindow = float?.win ?? null;
  const route = useRoute();
  useLook(floatWindow);
  useFailureEnd();
  useAskedViews(floatWindow);

  const prompter = (
    <ViewContext value="prompter">
      <WindowContext value={floatWindow ?? window}>
        <Keys float={float} />
        <Prompter float={float} />
      </WindowContext>
    </ViewContext>
  );
  return (
    <FloatingContext value={floatWindow !== null}>
      {route !== 'prompter' && <Page route={route} float={float} />}
      {route === 'prompter' && floatWindow === null && prompter}
      {route === 'prompter' && floatWindow !== null && float !== null && (
        <>
          <Keys float={float} />
          <Elsewhere bringBack={float.toggle} />
        </>
      )}
      {floatWindow !== null && createPortal(prompter, floatWindow.document.body)}
    </FloatingContext>
  );
}

function Page({ route, float }: { route: keyof typeof pages; float: Float | null }) {
  const View = pages[route];
  const isHelpAsked = useView(({ panel, panelView }) => panel === 'help' && panelView === route);
  return (
    <ViewContext value={route}>
      <Keys float={float} />
      <Suspense fallback={null}>
        <View />
      </Suspense>
      {isHelpAsked && <HelpSheet />}
    </ViewContext>
  );
}
