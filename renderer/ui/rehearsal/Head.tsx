/** The head of a column of figures. */
export function Head({ children }: { readonly children: string }) {
  return (
    <th scope="col" className="report-number">
      {children}
    </th>
  )
}
