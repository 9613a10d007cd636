import { createCipheriv, createDecipheriv, pbkdf2, randomBytes } from 'node:crypto'

import { Null, OctetString, type AsnType } from 'asn1js'
import { AlgorithmIdentifier, PBES2Params, PBKDF2Params } from 'pkijs'

import { buffer } from './engine'

const PBES2 = '1.2.840.113549.1.5.13'
const PBKDF2 = '1.2.840.113549.1.5.12'
const HMAC_SHA256 = '1.2.840.113549.2.9'
const AES_256_CBC = '2.16.840.1.101.3.4.1.42'

const PRFS: Readonly<Record<string, string>> = {
  '1.2.840.113549.2.7': 'sha1',
  [HMAC_SHA256]: 'sha256',
  '1.2.840.113549.2.10': 'sha384',
  '1.2.840.113549.2.11': 'sha512',
}
const CIPHERS: Readonly<Record<string, { readonly name: string; readonly keyBytes: number }>> = {
  '2.16.840.1.101.3.4.1.2': { name: 'aes-128-cbc', keyBytes: 16 },
  '2.16.840.1.101.3.4.1.22': { name: 'aes-192-cbc', keyBytes: 24 },
  [AES_256_CBC]: { name: 'aes-256-cbc', keyBytes: 32 },
}

/** Rounds of PBKDF2 for what is written here. */
const ROUNDS = 600_000
/** More rounds than this are refused: a file must not keep the machine busy for minutes. */
const MOST_ROUNDS = 2_000_000

/** Why something encrypted was not opened: its way of encryption is not read here, or the passphrase is another. */
export type Unopened = 'unknown' | 'passphrase'

type Derivation = {
  readonly salt: Uint8Array
  readonly rounds: number
  readonly keyBytes: number
  readonly hash: string
}

async function derived(passphrase: string, { salt, rounds, keyBytes, hash }: Derivation): Promise<Buffer> {
  return new Promise((done, failed) => {
    pbkdf2(passphrase, salt, rounds, keyBytes, hash, (error, key) =>
      error === null ? done(key) : failed(error),
    )
  })
}

function algorithm(algorithmId: string, algorithmParams: AsnType): AlgorithmIdentifier {
  return new AlgorithmIdentifier({ algorithmId, algorithmParams })
}

/** Encrypts by PBES2 (RFC 8018): PBKDF2 with HMAC-SHA-256, AES-256-CBC. */
export async function encrypt(
  secret: Uint8Array,
  passphrase: string,
): Promise<{ readonly algorithm: AlgorithmIdentifier; readonly encrypted: Uint8Array }> {
  const [salt, iv] = [randomBytes(16), randomBytes(16)]
  const key = await derived(passphrase, { salt, rounds: ROUNDS, keyBytes: 32, hash: 'sha256' })
  const cipher = createCipheriv('aes-256-cbc', key, iv)
  const derivation = new PBKDF2Params({
    salt: new OctetString({ valueHex: buffer(salt) }),
    iterationCount: ROUNDS,
    prf: algorithm(HMAC_SHA256, new Null()),
  })
  const parameters = new PBES2Params({
    keyDerivationFunc: algorithm(PBKDF2, derivation.toSchema()),
    encryptionScheme: algorithm(AES_256_CBC, new OctetString({ valueHex: buffer(iv) })),
  })
  return {
    algorithm: algorithm(PBES2, parameters.toSchema()),
    encrypted: Buffer.concat([cipher.update(secret), cipher.final()]),
  }
}

type Parameters = Derivation & { readonly cipher: string; readonly iv: Uint8Array }

function parametersOf({ algorithmId, algorithmParams }: AlgorithmIdentifier): Parameters | null {
  if (algorithmId !== PBES2) return null
  const { keyDerivationFunc, encryptionScheme } = new PBES2Params({ schema: algorithmParams })
  const cipher = CIPHERS[encryptionScheme.algorithmId]
  if (keyDerivationFunc.algorithmId !== PBKDF2 || cipher === undefined) return null
  const { salt, iterationCount, prf } = new PBKDF2Params({ schema: keyDerivationFunc.algorithmParams })
  const hash = PRFS[prf?.algorithmId ?? '1.2.840.113549.2.7']
  const iv: unknown = encryptionScheme.algorithmParams
  if (!(salt instanceof OctetString) || !(iv instanceof OctetString) || hash === undefined) return null
  if (!(iterationCount > 0) || iterationCount > MOST_ROUNDS || iv.valueBlock.valueHexView.length !== 16)
    return null
  return {
    salt: salt.valueBlock.valueHexView,
    rounds: iterationCount,
    keyBytes: cipher.keyBytes,
    hash,
    cipher: cipher.name,
    iv: iv.valueBlock.valueHexView,
  }
}

/** Opens what was encrypted by PBES2 with PBKDF2 and AES-CBC. Throws asn1js's errors for broken parameters. */
export async function decrypt(
  encrypted: Uint8Array,
  encryption: AlgorithmIdentifier,
  passphrase: string,
): Promise<Uint8Array | Unopened> {
  const parameters = parametersOf(encryption)
  if (parameters === null) return 'unknown'
  const cipher = createDecipheriv(parameters.cipher, await derived(passphrase, parameters), parameters.iv)
  try {
    return Buffer.concat([cipher.update(encrypted), cipher.final()])
  } catch (error) {
    if (error instanceof Error) return 'passphrase'
    throw error
  }
}
