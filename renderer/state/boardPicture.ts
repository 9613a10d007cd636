import { useEffect, useState } from 'react'

import { bridge } from '../bridge'

/** The latest picture of what the Board shows, as a JPEG; null while there is none. */
export function useBoardPicture(): Uint8Array<ArrayBuffer> | null {
  const [picture, setPicture] = useState<Uint8Array<ArrayBuffer> | null>(null)
  useEffect(() => {
    let told = false
    let open = true
    const stop = bridge.on('board:pictured', (news) => {
      told = true
      setPicture(news.picture)
    })
    void bridge.call('board:picture', null).then((latest) => {
      if (open && !told) setPicture(latest.picture)
    })
    return () => {
      open = false
      stop()
    }
  }, [])
  return picture
}
