import { Monitor } from 'lucide-react'
import { useState } from 'react'

import { Button } from '../../ui/Button'
import { DisplaysDialog } from './DisplaysDialog'

/** Opens the choice of displays for prompter and board; `small` where there is room for its picture alone. */
export function DisplaysButton({ small = false }: { readonly small?: boolean }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      {small ? (
        <button
          type="button"
          className="icon-only"
          aria-label="Displays"
          title="Displays"
          onClick={() => setOpen(true)}
        >
          <Monitor size={16} aria-hidden />
        </button>
      ) : (
        <Button look="quiet" icon={<Monitor size={16} aria-hidden />} onClick={() => setOpen(true)}>
          Displays
        </Button>
      )}
      {isOpen && <DisplaysDialog onClose={() => setOpen(false)} />}
    </>
  )
}
