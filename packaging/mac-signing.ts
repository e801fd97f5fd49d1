/** The part of electron-builder's configuration for macOS that is about signing. */
export interface MacSigning {
  hardenedRuntime: true;
  entitlements: string;
  entitlementsInherit: string;
  /** `-` is an ad-hoc signature: without any, Macs with Apple's processors call the program damaged. */
  identity?: '-';
}

/**
 * Signs with the certificate that electron-builder's environment variables name (`CSC_LINK` or `CSC_NAME`), or else
 * without one, for testing. A certificate in the keychain isn't used on its own.
 */
export function macSigning(env: Readonly<Record<string, string | undefined>>): MacSigning {
  const isSigned = Boolean(env['CSC_LINK'] || env['CSC_NAME']);
  const entitlements = isSigned ? 'packaging/entitlements.plist' : 'packaging/entitlements-unsigned.plist';
  return {
    hardenedRuntime: true,
    entitlements,
    entitlementsInherit: entitlements,
    ...(isSigned ? {} : { identity: '-' as const }),
  };
}
