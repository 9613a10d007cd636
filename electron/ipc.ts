import { ipcMain, type IpcMainInvokeEvent } from 'electron'

import {
  channels,
  type ChannelInput,
  type ChannelName,
  type ChannelOutput,
  type WindowKind,
} from '../shared/ipc'
import { pathText } from '../shared/meeting/file'
import { SCHEME } from './windows/scheme'

const CALL = 'lectern:call'

/** What answers each question; the input has been validated. */
export type Handlers = {
  readonly [C in ChannelName]: (input: ChannelInput<C>, from: WindowKind) => Promise<ChannelOutput<C>>
}

/** Tells which kind of window a page belongs to. */
export type KindOf = (contentsId: number) => WindowKind | null

/** A page's own address: `app:` with the window's kind as its host. An `app:` URL has no origin to compare. */
function isPageOf(kind: WindowKind, address: string): boolean {
  const { protocol, host } = new URL(address)
  return protocol === `${SCHEME}:` && host === kind
}

function senderKind(event: IpcMainInvokeEvent, kindOf: KindOf): WindowKind {
  const kind = kindOf(event.sender.id)
  const frame = event.senderFrame
  const topFrame = frame !== null && frame !== undefined && frame.parent === null
  if (kind === null || !topFrame || !isPageOf(kind, frame.url)) {
    throw new Error('This page may not ask anything')
  }
  return kind
}

function isChannel(name: unknown): name is ChannelName {
  return typeof name === 'string' && Object.hasOwn(channels, name)
}

async function answer<C extends ChannelName>(
  handlers: Handlers,
  channel: C,
  input: unknown,
  from: WindowKind,
): Promise<ChannelOutput<C>> {
  const { from: allowed, input: schema } = channels[channel]
  if (!(allowed as readonly WindowKind[]).includes(from)) throw new Error('This window may not ask that')
  const message = schema.safeParse(input)
  if (!message.success) {
    const [issue] = message.error.issues
    throw new Error(`Not a valid ${channel}: ${pathText(issue?.path ?? [])} ${issue?.message ?? ''}`)
  }
  return handlers[channel](message.data as ChannelInput<C>, from)
}

/**
 * Takes questions from windows: the sender must be one of ours, in its top frame, at its own address,
 * allowed to ask on that channel, with an input of the channel's shape. Anything else is rejected.
 */
export function takeCalls(handlers: Handlers, kindOf: KindOf): void {
  ipcMain.handle(CALL, async (event, channel: unknown, input: unknown) => {
    const from = senderKind(event, kindOf)
    if (!isChannel(channel)) throw new Error('There is no such channel')
    return answer(handlers, channel, input, from)
  })
}
