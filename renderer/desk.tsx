import './ui/fonts'
import './ui/tokens.css'
import './ui/base.css'
import './ui/unseen.css'

import { createRoot } from 'react-dom/client'

import { Desk } from './desk/Desk'
import { loadAppInfo } from './state/author'

const root = document.getElementById('root')
if (root === null) throw new TypeError('desk.html has no element with the id "root"')

void loadAppInfo()
createRoot(root).render(<Desk />)
