import type { Message } from './useMessages'

function Line({ message }: { readonly message: Message }) {
  if (message.kind !== 'offer') return <span className={`message ${message.kind}`}>{message.text}</span>
  return (
    <span className="message offer">
      <span className="message-text">{message.text}</span>
      {message.choices.length > 0 ? (
        <span className="message-end">
          is it{' '}
          {message.choices.map(({ key, name }, index) => (
            <span key={key}>
              {index > 0 && ' or '}
              <kbd>{key}</kbd> {name}
            </span>
          ))}
        </span>
      ) : message.key === null ? (
        <span className="message-end">raised</span>
      ) : (
        <span className="message-end">
          press <kbd>{message.key}</kbd>
        </span>
      )}
    </span>
  )
}

type Props = {
  readonly messages: readonly Message[]
  /** The digits of the cue number being typed, or null while none is. */
  readonly typing: string | null
  /** The seconds until the script starts, or null while none are counted. */
  readonly countdown: number | null
}

/** Messages above the reading line, where the text has been read. Screen readers say each one once. */
export function MessageList({ messages, typing, countdown }: Props) {
  return (
    <output className="messages" aria-label="Messages">
      {messages.slice(-2).map((message) => (
        <Line key={message.id} message={message} />
      ))}
      {countdown !== null && (
        <span className="message notice counting">
          <span>
            The script starts in <strong className="figures">{countdown}</strong>
          </span>
          <span className="message-end">
            <kbd>Space</kbd> stay
          </span>
        </span>
      )}
      {typing !== null && (
        <span className="message notice going">
          <span>
            Go to cue <strong className="figures going-digits">{typing === '' ? '–' : typing}</strong>
          </span>
          <span className="message-end">
            <kbd>Enter</kbd> go · <kbd>Escape</kbd> stay
          </span>
        </span>
      )}
    </output>
  )
}
