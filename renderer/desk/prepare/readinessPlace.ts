import type { Place } from '../../../shared/meeting/readiness'
import type { Meeting } from '../../../shared/meeting/schema'
import { fieldsOfCue } from '../../state/cueFields'
import { fieldsOfObjection, newObjectionFields } from '../../state/objectionFields'
import { newForm, openForm, prepareForms, setForms } from '../../state/prepareForms'
import { go } from '../../state/route'
import { focusStage } from '../meeting/focusStage'
import { focusId, placeId } from './places'

/** Goes where a finding is put right; opens the form for it where there is one. A form that is open stays as it is. */
export function goToPlace(place: Place, meeting: Meeting): void {
  const { cue, objection } = prepareForms(meeting.id).get()
  switch (place.kind) {
    case 'fact':
      focusId(placeId('fact', place.key))
      return
    case 'person':
    case 'task':
      focusId(placeId(place.kind, place.id))
      return
    case 'newPerson':
      setForms(meeting.id, { role: place.role })
      focusId(placeId('newPerson'))
      return
    case 'newTask':
    case 'planStart':
    case 'originalDate':
    case 'newDate':
      focusId(placeId(place.kind))
      return
    case 'newObjection':
      if (place.role === '') {
        focusId(placeId('objections'))
        return
      }
      if (objection === null) {
        const fields = newObjectionFields(place.role, meeting.objections)
        setForms(meeting.id, { objection: newForm(fields) })
      }
      focusId(placeId('objectionForm'))
      return
    case 'cue': {
      const found = meeting.script.find(({ id }) => id === place.id)
      if (cue === null && found !== undefined) {
        setForms(meeting.id, { cue: openForm(found, fieldsOfCue(found)) })
      }
      focusId(placeId('cueForm'))
      return
    }
    case 'objection': {
      const found = meeting.objections.find(({ id }) => id === place.id)
      if (objection === null && found !== undefined) {
        setForms(meeting.id, { objection: openForm(found, fieldsOfObjection(found)) })
      }
      focusId(placeId('objectionForm'))
      return
    }
    case 'details':
      setForms(meeting.id, { details: true })
      return
    case 'live':
      go({ page: 'meeting', id: meeting.id, stage: 'live' })
      focusStage('live')
  }
}
