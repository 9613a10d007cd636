type Props = { readonly page: number; readonly pages: number }

/** Which page of how many is shown; nothing where there is only one. */
export function PageCount({ page, pages }: Props) {
  if (pages === 1) return null
  return (
    <span className="page-count">
      <span className="visually-hidden">page </span>
      {page + 1} of {pages}
    </span>
  )
}
