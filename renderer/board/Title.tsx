import { FitText } from './FitText'

type Props = { readonly title: string; readonly still: boolean }

/** The meeting's title: all of it, in the lines the head of the page has. */
export function Title({ title, still }: Props) {
  return <FitText as="h1" className="title" text={title} largest={4.8} smallest={3.1} still={still} />
}
