import type { Meeting } from '../meeting/schema'
import type { RecordData } from './schema'

/**
 * A record's actions as they stand now. Their progress is no part of a revision, but a list of actions or a
 * calendar that is exported today should not ask for what was done yesterday.
 */
export function withActionsNow(data: RecordData, { actions }: Pick<Meeting, 'actions'>): RecordData {
  const statuses = new Map(actions.map(({ id, status }) => [id, status]))
  const now = data.actions.map((action) => ({ ...action, status: statuses.get(action.id) ?? action.status }))
  return { ...data, actions: now }
}
