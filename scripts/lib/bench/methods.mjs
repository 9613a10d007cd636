/** How each part is measured, paragraph by paragraph. */
export const methods = {
  live: [
    '**Enter to durable** runs the store in plain Node, as the app does, snapshots in their worker: from the command to the answer that the disk has the entry. Raw is one `write` and one `fdatasync` of the same lines in the same folder; SQLite is one row an entry in one transaction a batch (WAL, `synchronous=FULL`). They take turns in blocks. Targets: p95 of the store at most 2 × raw and 1.5 × SQLite; why fifty at once cost more is in decision 20.',
    '**Painted** rows run in the real app: from the browser’s time stamp of the key to the first task after the frame that shows the result. Their baseline is the time between two frames of the same window while nothing happens. Targets: key to clear at most 2 frames, the preview in the first frame after the key (a row counts them: its time holds the wait for that frame as well), objection key to response 50 ms.',
    '**Opening** reads a meeting’s file, checks shape, hash chain and lists, and replays its log; the baseline only parses the file. Target: 500 ms.',
    '**Reading a line** is what each key press does in the capture line: what the line says, and what there is to choose at its end, among 40 people. The baseline only normalises the same line and splits it into words. Targets: 1 ms for 500 characters, one frame (16 ms) for a hostile line of 10,000. **Searching** looks for a captured line among the expected objections.',
  ],
  prompter: [
    'Each frame that the compositor draws says where it put the script: the time between frames, and how far each frame’s advance is from the usual one. The baseline is an empty page with one tall block moved by the same kind of transform in the same run. **Loaded** is ten captures a second, a PDF and a window opening meanwhile. Opening a script is measured from outside, from the call to the pace on the screen; a script of 1,000 words opens in an app of its own.',
    '**Board event to painted** is from the moment the main process tells the Board of a new decision (no delay set) to the first task after the frame that shows it. The baseline is the time between two frames of the same window while nothing happens. Target: p95 at most 2 frames.',
  ],
  voice: [
    'Synthesisers read a script of some 430 words, nobody else: three voices made of recordings of people (flite), and voices of rules, which are less like people. **Messy**: a rest of 4 s, two asides, two skips, a sentence said twice; asides follow with hardly a pause. **Room**: the same with echoes (0.4 s, 6 dB below the voice) and noise (15 dB below). The engine was tuned on another script, with other asides. It hears them in plain Node, as fast as it can.',
    '**Off** is how many words the place is off, every tenth of a second; during an aside the right place is the last word of the script. **Behind the voice** is from the end of a word until the place says so, the time of computing included; a place that is there before the word is over counts as 0. **Until found again** is from the first word after a rest, aside, skip or repeat. flite tells the times of its sounds; those of espeak-ng are estimates. Targets for voices of people: within 5 words 98 % of the time plain, 94 % messy and in a room; median lag 250 ms; found again within 4 s (p95); 20 % of a core.',
  ],
  record: [
    '**Rendering** is what the app does for a preview: a worker thread starts, lays the record out, and hands the PDF back. The baseline is another thread in which pdfmake prints the same texts in the same font, one paragraph after the other: no tables, no bookmarks, no signature fields, no attachment, no other fonts.',
    '**Signing** and **verifying** are compared with the cryptography alone: a SHA-256 and an ECDSA signature of the same bytes, made or checked. Verifying runs in its thread, as in the app: it reads the printed text back to compare it with the attached record, and draws a record of up to 100 pages anew to compare it object by object.',
  ],
  library: [
    '**Reading a file** refuses damaged, hostile and mistaken JSON with its place; the baseline is `JSON.parse` of the same text in memory. **The first look** at the library reads and checks every meeting; its baseline parses the same files. **The second look** reads what has changed, here nothing; its baseline asks the system for the dates of the same files.',
  ],
}
