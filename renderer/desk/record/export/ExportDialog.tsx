import './export.css'

import { useState, type FormEvent } from 'react'

import { exportFormSchema, type ExportForm } from '../../../../shared/ipcRecord'
import { chosenRevision, shownRevision } from '../../../state/recordView'
import { useObservable } from '../../../state/store'
import { Button } from '../../../ui/Button'
import { Choice } from '../../../ui/Choice'
import { Dialog } from '../../../ui/Dialog'
import { Notice } from '../../../ui/Notice'
import { exportAs } from '../exportRecord'
import { PreviewChoice } from '../PreviewChoice'
import type { RecordDialogProps } from '../RecordDialogs'

const forms: Readonly<Record<ExportForm, { readonly label: string; readonly hint: string }>> = {
  pdf: { label: 'PDF', hint: 'The record as the preview shows it; once signed, with its signatures.' },
  markdown: { label: 'Markdown', hint: 'The same record as text, for a wiki or for a screen reader.' },
  csv: { label: 'Actions as a table (CSV)', hint: 'Text, owner, due date and status, for a spreadsheet.' },
  ics: { label: 'Calendar (.ics)', hint: 'The follow-up meeting and the actions with a due date.' },
  json: { label: 'Record as data (JSON)', hint: 'All that the record prints, for other programs.' },
  meeting: { label: 'The whole meeting (JSON)', hint: 'Everything, to open in Lectern elsewhere. Private.' },
}

/** All the forms a record can be exported in; the whole meeting says first what is in it. */
export function ExportDialog({ session, meeting, onClose }: RecordDialogProps) {
  const [form, setForm] = useState<ExportForm>('pdf')
  const revision = shownRevision(meeting, useObservable(chosenRevision))

  function save(event: FormEvent) {
    event.preventDefault()
    onClose()
    void exportAs(session, meeting, form, form === 'meeting' ? null : revision)
  }

  return (
    <Dialog title="Export" onClose={onClose}>
      <form className="export" noValidate onSubmit={save}>
        <fieldset className="export-forms">
          <legend className="field-label">As</legend>
          {exportFormSchema.options.map((each, index) => (
            <Choice
              key={each}
              name="form"
              label={forms[each].label}
              hint={forms[each].hint}
              first={index === 0}
              checked={form === each}
              onChoose={() => setForm(each)}
            />
          ))}
        </fieldset>
        {form === 'meeting' ? (
          <Notice>
            This file holds everything: your script and tips, answers you never gave, what not to say, private
            headings and sources. Give it only to people who may read all of that.
          </Notice>
        ) : (
          <div className="export-of">
            <span>{revision === null ? 'The draft as it stands now' : `Revision ${revision}`}</span>
            <PreviewChoice meeting={meeting} revision={revision} withPaper={form === 'pdf'} />
          </div>
        )}
        <div className="dialog-buttons">
          <Button onClick={onClose} keys="Esc">
            Cancel
          </Button>
          <Button look={form === 'meeting' ? 'stop' : 'primary'} type="submit" keys="Enter">
            {form === 'meeting' ? 'Export the whole meeting' : 'Export'}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
