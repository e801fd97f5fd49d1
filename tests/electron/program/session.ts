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
  askPermission: (permission) => {
    const { shown } = contentsById(1);
    const origin = 'app://offbook';
    let request: boolean | null = null;
    onRequest?.(shown, permission as never, (granted) => (request = granted), {
      isMainFrame: true,
      requestingUrl: origin,
    });
    const check = onCheck?.(shown, permission as never, origin, { isMainFrame: true, requestingUrl: origin }) ?? null;
    const device = onDevice?.({ deviceType: 'usb', origin, device: {} as never }) ?? null;
    return { request, check, device };
  },
});
