import fc from 'fast-check'

/** `npm test` draws the same numbers for the same sources, so that what it says of a commit stays true of it. */
const { LECTERN_SEED } = process.env
if (LECTERN_SEED !== undefined)
  fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(LECTERN_SEED) })
