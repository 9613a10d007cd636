import './ui/fonts.css'
import './ui/tokens.css'
import './prompter/themes.css'
import './prompter/prompter.css'
import './prompter/bars.css'
import './prompter/script.css'
import './prompter/marks.css'
import './prompter/strips.css'
import './prompter/response.css'
import './prompter/settings.css'

import { createRoot } from 'react-dom/client'

import { Prompter } from './prompter/Prompter'

const root = document.getElementById('root')
if (root === null) throw new Error('prompter.html has no root element')
createRoot(root).render(<Prompter id={new URLSearchParams(location.search).get('meeting') ?? ''} />)
