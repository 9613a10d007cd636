import './ui/fonts'
import './ui/tokens.css'
import './ui/unseen.css'
import './prompter/themes.css'
import './prompter/prompter.css'
import './prompter/bars.css'
import './prompter/script.css'
import './prompter/marks.css'
import './prompter/strips.css'
import './prompter/response.css'
import './prompter/settings.css'
import './prompter/endCard.css'
import './prompter/window.css'
import './prompter/rehearsal/rehearsal.css'

import { createRoot } from 'react-dom/client'

import { patchSchema } from '../shared/protection/patch'
import { Prompter } from './prompter/Prompter'
import { Control } from './prompter/Stripes'

const root = document.getElementById('root')
if (root === null) throw new Error('prompter.html has no root element')
const asked = new URLSearchParams(location.search)
const control = patchSchema.safeParse(asked.get('control')?.split(' '))
createRoot(root).render(
  control.success ? (
    <Control patch={control.data} />
  ) : (
    <Prompter id={asked.get('meeting') ?? ''} isRehearsal={asked.has('rehearsal')} />
  ),
)
