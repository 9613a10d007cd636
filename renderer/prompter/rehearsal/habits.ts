import { AMOUNTS, type Amount } from '../../../shared/rehearsal/draws'

const KEY = 'rehearsal:objections'

/** How many objections the presenter wants to be raised, as chosen the last time. */
export function rememberedAmount(): Amount {
  const kept = localStorage.getItem(KEY)
  return AMOUNTS.find((amount) => amount === kept) ?? 'few'
}

/** Keeps how many objections are wanted, for the next rehearsal. */
export function rememberAmount(amount: Amount): void {
  localStorage.setItem(KEY, amount)
}

/** The amount after this one, for a key that goes round. */
export function nextAmount(amount: Amount): Amount {
  return AMOUNTS[(AMOUNTS.indexOf(amount) + 1) % AMOUNTS.length] ?? 'none'
}
