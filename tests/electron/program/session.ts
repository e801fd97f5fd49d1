import type { Session } from 'electron';
import { onlyWhenReady } from './app.ts';
import { offer } from './link.ts';
import { recorded } from './record.ts';
import { contentsById } from './web-contents.ts';

type RequestHandler = Parameters<Session['setPermissionRequestHandler']>[0];
type CheckHandler = Parameters<Session['setPermissionCheckHandler']>[0];
type DeviceHandler = Parameters<Session['setDevicePermissionHandler']>[0];

let onRequest: RequestHandler = null;
let onCheck: CheckHandler = null;
let onDevice: DeviceHandler = null;

const defaultSession = recorded('session.defaultSession', {
  setPermissionRequestHandler: (handler: RequestHandler) => void (onRequest = handler),
  setPermissionCheckHandler: (handler: CheckHandler) => void (onCheck = handler),
  setDevicePermissionHandler: (handler: DeviceHandler) => void (onDevice = handler),
} satisfies Partial<Session>);

export const session = recorded('session', {
  get defaultSession() {
    onlyWhenReady('Session can only be received when app is ready');
    return defaultSession;
  },
});

offer({
  askPermission: async (permission, media) => {
    const { shown } = contentsById(1);
    const origin = 'app://offbook';
    const page = { isMainFrame: media?.isMainFrame ?? true, requestingUrl: media?.url ?? `${origin}/` };
    const handler = onRequest;
    const request =
      handler === null
        ? null
        : await new Promise<boolean>((resolve) =>
            handler(shown, permission as never, resolve, { ...page, ...(media && { mediaTypes: media.types }) }),
          );
    const checks = (media?.types ?? [undefined]).map(
      (mediaType) =>
        onCheck?.(shown, permission as never, origin, { ...page, ...(mediaType && { mediaType }) }) ?? null,
    );
    const check = checks.every((answer) => answer === checks[0]) ? (checks[0] ?? null) : false;
    const device = onDevice?.({ deviceType: 'usb', origin, device: {} as never }) ?? null;
    return { request, check, device };
  },
});
