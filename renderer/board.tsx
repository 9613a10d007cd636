import './ui/fonts'
import './ui/tokens.css'
import './board/board.css'
import './board/lists.css'
import './board/rows.css'
import './board/plan.css'

import { createRoot } from 'react-dom/client'

import { Board } from './board/Board'

const root = document.getElementById('root')
if (root === null) throw new Error('board.html has no root element')
createRoot(root).render(<Board />)
