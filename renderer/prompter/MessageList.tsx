import type { Message } from './useMessages'

function Line({ message }: { readonly message: Message }) {
  if (message.kind !== 'offer') return <p className={`message ${message.kind}`}>{message.text}</p>
  return (
    <p className="message offer">
      <span className="message-text">{message.text}</span>
      {message.key === null ? (
        <span className="message-end">raised</span>
      ) : (
        <span className="message-end">
          press <kbd>{message.key}</kbd>
        </span>
      )}
    </p>
  )
}

/** Messages above the reading line, where the text has been read. Screen readers say each one once. */
export function MessageList({ messages }: { readonly messages: readonly Message[] }) {
  return (
    <div className="messages" role="status" aria-label="Messages">
      {messages.slice(-2).map((message) => (
        <Line key={message.id} message={message} />
      ))}
    </div>
  )
}
