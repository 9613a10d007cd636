import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { z } from 'zod'

import type { Span } from '../../../shared/script/fill'
import { replaceBlanks, tokenise } from '../../../shared/script/tokens'

const root = process.cwd()
const read = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'))

const playbookSchema = z.object({
  script: z.array(z.object({ kind: z.string(), text: z.string().default('') })),
})
const sampleSchema = z.object({ facts: z.record(z.string(), z.string()) })

/** What the sample leaves to the app: its greeting and its plan. */
const MADE = {
  greeting: 'Good morning',
  newRelease: 'Thursday 26 November at 9:00',
  originalRelease: 'tomorrow at 14:00',
}

const TUNED_ON: Readonly<Record<string, string>> = {}

function paragraphsOf(text: string): readonly Span[][] {
  return tokenise(text).map((tokens) =>
    tokens.map(({ kind, text: said }) => ({ kind: kind === 'direction' ? 'direction' : 'text', text: said })),
  )
}

/** The script of the sample meeting, as it is read: the follower is tuned on recordings of it. */
export function sampleText(): readonly Span[][] {
  const playbook = playbookSchema.parse(read('resources/playbooks/critical-release-halt.json'))
  const { facts } = sampleSchema.parse(read('resources/samples/release-4-2.json'))
  const values: Readonly<Record<string, string>> = { ...facts, ...MADE, ...TUNED_ON }
  return playbook.script.flatMap(({ text }) => paragraphsOf(replaceBlanks(text, (key) => values[key] ?? '')))
}

/** Another script, of other words: what is reported is measured on recordings of it. */
const OTHER = `Thank you all for dialling in so early. I know that several of you were up half the night, and I will keep this short.

Last Tuesday at 2:40 in the morning our payment gateway stopped answering. For 93 minutes nobody could check out. About 1,200 orders were lost, and 318 customers were charged twice.

[Show the timeline.]

Let me walk you through what happened. A certificate on the load balancer expired. The renewal job had run, but it wrote the new certificate to a folder that nobody reads any more. The alarm fired within a minute. It went to a mailbox that belongs to a team we dissolved in March.

So two small mistakes met each other. Neither of them was careless. Both had been there for months, waiting.

Priya Ramanathan and Tomasz Kowalczyk found the cause at four in the morning. They restored the service by hand, and they stayed until the queues were empty. Thank you both.

What have we done since then? The renewal job checks its own work now. Every alarm has a living owner, and we tested that by calling each of them. The double charges were refunded on Wednesday, before anybody had to ask.

What is still open? Three things. We do not yet know why the second data centre did not take over. Our status page said that all was well for 40 minutes. And the runbook was wrong in 7 of its 22 steps.

[Pause.]

I want to be honest with you about the second data centre. We have never tried a full failover in daylight. We were afraid of it. I believe that this fear is the real finding of this review.

My proposal is therefore simple. We practise a failover on the second Sunday of every month, starting in January. We begin at six in the morning, when traffic is lowest. Marketing will know the dates a quarter ahead.

It will cost us roughly 15% of one engineer, and €4,000 a month for capacity. Compared with what we lost in those 93 minutes, that is cheap insurance.

There are good arguments against it. A rehearsal can itself cause an outage. It takes time away from the roadmap. I have heard both, and I take them seriously. But an outage that we choose is better than one that chooses us.

Before we decide, I would like to hear your worries. Who would like to begin?`

export function otherText(): readonly Span[][] {
  return paragraphsOf(OTHER)
}

/** The same as it is written. */
export const OTHER_WRITTEN = OTHER

/** A short script in French. */
export const FRENCH_WRITTEN = `Bonjour à tous, et merci d’être venus si vite. Je serai bref, parce que la situation est claire.

Hier soir, nous avons trouvé une erreur grave dans le service de paiement. Elle est rare, mais elle est silencieuse : personne ne voit de message, et la commande disparaît.

[Montrer le tableau.]

Nous savons d’où elle vient. La correction est petite, et l’équipe l’a déjà écrite. Il reste à la vérifier, et cela demande une journée entière.

Je propose donc de reporter la livraison à jeudi matin. Les clients seront prévenus aujourd’hui, avant midi. Le support aura une page avec toutes les réponses.

Si nous livrons demain, nous risquons de perdre leur confiance. Si nous attendons deux jours, nous perdons seulement un peu de temps. Pour moi, le choix est simple.

Avant de décider, je voudrais entendre vos questions. Qui veut commencer ?`

export function frenchText(): readonly Span[][] {
  return paragraphsOf(FRENCH_WRITTEN)
}

/** Things that are said besides, of no script: long and short ones. */
export const ASIDES = {
  sample: [
    'By the way, did somebody remember to order coffee for the people in the back row, because it is going to be a rather long morning for all of us',
    'sorry, can everybody hear me at the far end',
  ],
  other: [
    'Actually before I continue, the window over there is still open and the street is noisy today, could you please close it for me, thanks a lot',
    'one moment, my screen has just gone dark again',
  ],
} as const
