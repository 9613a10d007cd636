import { useEffect, useRef } from 'react'

import { Button } from '../../ui/Button'

type PutBackProps = { readonly name: string; readonly onPutBack: () => void }

/** Stands where something was removed, and takes the focus that was on it. */
export function PutBack({ name, onPutBack }: PutBackProps) {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus(), [])
  return (
    <div className="put-back">
      <output>“{name}” removed.</output>
      <Button small ref={button} onClick={onPutBack}>
        Put it back
      </Button>
    </div>
  )
}
