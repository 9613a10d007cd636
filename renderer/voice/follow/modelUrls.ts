import englishDict from '../../../node_modules/soundswallower/model/en-us/dict.txt?url'
import englishFeatures from '../../../node_modules/soundswallower/model/en-us/feat_params.json?url'
import englishMdef from '../../../node_modules/soundswallower/model/en-us/mdef?url'
import englishMeans from '../../../node_modules/soundswallower/model/en-us/means?url'
import englishNoise from '../../../node_modules/soundswallower/model/en-us/noisedict.txt?url'
import englishSendump from '../../../node_modules/soundswallower/model/en-us/sendump?url'
import englishTransitions from '../../../node_modules/soundswallower/model/en-us/transition_matrices?url'
import englishVariances from '../../../node_modules/soundswallower/model/en-us/variances?url'
import frenchDict from '../../../node_modules/soundswallower/model/fr-fr/dict.txt?url'
import frenchFeatures from '../../../node_modules/soundswallower/model/fr-fr/feat_params.json?url'
import frenchMdef from '../../../node_modules/soundswallower/model/fr-fr/mdef?url'
import frenchMeans from '../../../node_modules/soundswallower/model/fr-fr/means?url'
import frenchNoise from '../../../node_modules/soundswallower/model/fr-fr/noisedict.txt?url'
import frenchSendump from '../../../node_modules/soundswallower/model/fr-fr/sendump?url'
import frenchTransitions from '../../../node_modules/soundswallower/model/fr-fr/transition_matrices?url'
import frenchVariances from '../../../node_modules/soundswallower/model/fr-fr/variances?url'
import type { VoiceLanguage } from '../../../shared/voice/events'
import type { ModelFiles } from './engine'

export { default as WASM_URL } from '../../../node_modules/soundswallower/soundswallower.web.wasm?url'

/** Where the app serves the models of each language. */
export const MODEL_URLS: Readonly<Record<VoiceLanguage, ModelFiles>> = {
  en: {
    featparams: englishFeatures,
    mdef: englishMdef,
    mean: englishMeans,
    var: englishVariances,
    tmat: englishTransitions,
    sendump: englishSendump,
    dict: englishDict,
    fdict: englishNoise,
  },
  fr: {
    featparams: frenchFeatures,
    mdef: frenchMdef,
    mean: frenchMeans,
    var: frenchVariances,
    tmat: frenchTransitions,
    sendump: frenchSendump,
    dict: frenchDict,
    fdict: frenchNoise,
  },
}
