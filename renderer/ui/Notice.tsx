import './Notice.css'

import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

type NoticeProps = { readonly children: ReactNode; readonly small?: boolean; readonly id?: string }

/** Something that stands until it is dealt with, e.g. a file that cannot be read. */
export function Notice({ children, small = false, id }: NoticeProps) {
  return (
    <div className={small ? 'notice notice-small' : 'notice'} id={id}>
      <TriangleAlert size={16} aria-hidden />
      <div className="notice-body">{children}</div>
    </div>
  )
}

/** Why something was not done, said at once to everyone, screen readers included. */
export function Refused({ children, small = true, id }: NoticeProps) {
  return (
    <div role="alert">
      <Notice small={small} {...(id === undefined ? {} : { id })}>
        {children}
      </Notice>
    </div>
  )
}
