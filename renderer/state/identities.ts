import type { ChannelInput, ChannelOutput } from '../../shared/ipc'
import type { KnownSigner } from '../../shared/identity/schema'
import { bridge } from '../bridge'
import { observable } from './store'

export type Identities = ChannelOutput<'identity:list'>

/** The signing identities of this computer and whether its key store works; null until asked. */
export const identities = observable<Identities | null>(null)

/** Everybody whose certificate is known here; null until asked. */
export const knownSigners = observable<readonly KnownSigner[] | null>(null)

/** Asks for both lists anew. */
export async function loadIdentities(): Promise<void> {
  const [mine, known] = await Promise.all([
    bridge.call('identity:list', null),
    bridge.call('signer:list', null),
  ])
  identities.set(mine)
  knownSigners.set(known)
}

/** Makes an identity and reads the list anew. */
export async function makeIdentity(
  wanted: ChannelInput<'identity:make'>,
): Promise<ChannelOutput<'identity:make'>> {
  const answer = await bridge.call('identity:make', wanted)
  if (answer.ok) await loadIdentities()
  return answer
}

/** Reads an identity from a file that is chosen meanwhile, and the list anew. */
export async function importIdentity(
  wanted: ChannelInput<'identity:import'>,
): Promise<ChannelOutput<'identity:import'>> {
  const answer = await bridge.call('identity:import', wanted)
  if (answer.ok) await loadIdentities()
  return answer
}

/** Forgets a known signer. */
export async function forgetSigner(fingerprint: string): Promise<ChannelOutput<'signer:forget'>> {
  const answer = await bridge.call('signer:forget', { fingerprint })
  await loadIdentities()
  return answer
}
