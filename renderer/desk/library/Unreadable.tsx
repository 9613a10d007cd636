import type { Library } from '../../../shared/ipc'
import { Refused } from '../../ui/Notice'
import { count } from '../words'

/** The files of the meetings folder that do not open, each with the reason. They are left untouched. */
export function Unreadable({ files }: { readonly files: Library['unreadable'] }) {
  return (
    <Refused small={false}>
      <p>
        <strong>{count(files.length, 'file')} could not be opened.</strong> Nothing in{' '}
        {files.length === 1 ? 'it' : 'them'} was changed.
      </p>
      <ul className="unreadable">
        {files.map(({ file, sentence }) => (
          <li key={file}>
            <code>{file}</code>: {sentence}
          </li>
        ))}
      </ul>
    </Refused>
  )
}
