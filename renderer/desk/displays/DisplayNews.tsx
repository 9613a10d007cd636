import { useState } from 'react'

import { displaysState } from '../../state/displays'
import { observable, useObservable } from '../../state/store'
import { Button } from '../../ui/Button'
import { Notice } from '../../ui/Notice'

/** The number of the last news somebody has put away. */
const seen = observable(0)

/** What has changed about the displays since this page was opened, until somebody puts it away. */
export function DisplayNews() {
  const displays = useObservable(displaysState)
  const put = useObservable(seen)
  const [first] = useState(() => displaysState.get()?.news?.number ?? 0)
  if (displays === null) return null
  const { news, mirrored } = displays
  return (
    <>
      {mirrored && (
        <Notice small>
          <strong>The displays are mirrored.</strong> The prompter shows on all of them.
        </Notice>
      )}
      {news !== null && news.number > Math.max(first, put) && (
        <Notice small>
          {news.sentence}{' '}
          <Button look="quiet" small onClick={() => seen.set(news.number)}>
            Dismiss
          </Button>
        </Notice>
      )}
    </>
  )
}
