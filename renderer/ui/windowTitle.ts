import { useEffect } from 'react'

/** Gives the window this title for as long as the component is there. */
export function useWindowTitle(title: string): void {
  useEffect(() => {
    document.title = title
  }, [title])
}
