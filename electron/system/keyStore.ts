import { safeStorage } from 'electron'

import type { KeyStore } from '../store/keySeal'

const NONE = 'This system has no key store that Lectern can use.'

/** What keeps secrets on Linux, or null where this runtime cannot say: then nothing is trusted to it. */
function linuxBackend(): string | null {
  // Runtimes before Electron 27 lack the call, whatever the types say.
  const storage: { readonly getSelectedStorageBackend?: () => string } = safeStorage
  return storage.getSelectedStorageBackend?.() ?? null
}

/** Where the system keeps no secrets, or only pretends to (a password known to everybody), says so. */
function whyNot(): string | null {
  if (!safeStorage.isEncryptionAvailable()) return NONE
  if (process.platform !== 'linux') return null
  const backend = linuxBackend()
  return backend === null || backend === 'basic_text' || backend === 'unknown' ? NONE : null
}

/** The key store of the system: Keychain, DPAPI, the Secret Service or KWallet. */
export const systemKeyStore: KeyStore = {
  whyNot,
  seal: (secret) => safeStorage.encryptString(Buffer.from(secret).toString('base64')),
  open: (sealed) => Buffer.from(safeStorage.decryptString(Buffer.from(sealed)), 'base64'),
}
