/*
 * The faces of the product, served from the app itself: Inter for the interface, Source Sans 3 for reading,
 * Atkinson Hyperlegible and OpenDyslexic for readers who tell letters apart with difficulty. Imported from here
 * and not from a style sheet, so that the build lists their licences.
 */
import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/source-sans-3/wght.css'
import '@fontsource-variable/source-sans-3/wght-italic.css'
import '@fontsource/atkinson-hyperlegible/400.css'
import '@fontsource/atkinson-hyperlegible/700.css'
import '@fontsource/atkinson-hyperlegible/400-italic.css'
import '@fontsource/opendyslexic/400.css'
import '@fontsource/opendyslexic/700.css'
import '@fontsource/opendyslexic/400-italic.css'
