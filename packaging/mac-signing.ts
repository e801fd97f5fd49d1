/** As much of electron-builder's configuration for macOS as says how the program is signed. */
export interface MacSigning {
  hardenedRuntime: true;
  entitlements: string;
  entitlementsInherit: string;
  /** `-` signs for this computer's eyes only: without any, Apple's processors call the program damaged. */
  identity?: '-';
}

/**
 * Signs with the certificate that the environment names, as electron-builder reads it (`CSC_LINK` or `CSC_NAME`),
 * else with none, for trying out. A certificate in the keychain is not taken unasked.
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
