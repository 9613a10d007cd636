/** Turns the raw output of npm, tar and the system into one sentence that says what to do. */

const causes = [
  {
    match: /ENOSPC|No space left on device|EDQUOT|Disk quota exceeded/i,
    sentence: 'The disk is full: free about 1 GB and run the command again.',
  },
  {
    match: /\bE(ACCES|PERM|ROFS)\b|Permission denied|Read-only file system|Operation not permitted/i,
    sentence:
      'No permission to write here: run the command in a copy of the project whose files belong to you.',
  },
  {
    match: /SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|CERT_|certificate/i,
    sentence:
      "The network answers with a certificate that is not trusted: point NODE_EXTRA_CA_CERTS at your company's certificate file and run the command again.",
  },
  {
    match: /\bE407\b|Proxy Authentication/i,
    sentence:
      'The proxy asks for a login: set HTTPS_PROXY with user and password, then run the command again.',
  },
  {
    match:
      /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET|FETCH_ERROR|fetch failed|EPIPE|network (request|error|timeout)|socket hang up/i,
    sentence:
      "The package registry cannot be reached: connect to the network, or set npm's registry or proxy (npm config set registry/https-proxy), and run the command again.",
  },
  {
    match: /\bE40[13]\b|Unauthorized|Forbidden/i,
    sentence:
      'The package registry refuses this machine: log in (npm login) or set another registry, and run the command again.',
  },
  {
    match: /\bE404\b|ETARGET|No matching version/i,
    sentence:
      "The package registry in use does not have a package that is needed: set npm's registry to one that has it and run the command again.",
  },
  {
    match: /EINTEGRITY|integrity checksum failed/i,
    sentence:
      'A package arrived damaged: run `npm cache verify`, then the command again. If it happens twice, do not use that registry.',
  },
  {
    match: /can only install (packages )?(when|with)|EUSAGE|Missing: .* from lock file/i,
    sentence:
      'package.json and package-lock.json do not agree: run `npm install` once, then the command again.',
  },
]

/** The sentence for a known cause in this text, or undefined. npm's own error code is read before the rest. */
export function explain(text) {
  const code = /npm (?:error|ERR!) code (\S+)/.exec(text)?.[1]
  const byCode = code && causes.find((cause) => cause.match.test(code))
  return (byCode || causes.find((cause) => cause.match.test(text)))?.sentence
}

/** The line of a tool's output that says most: the first one that names an error, else the last. */
export function tellingLine(text) {
  const lines = text
    .split('\n')
    .map((line) => line.replace(/^npm (error|ERR!)\s*/, '').trim())
    .filter((line) => line && !/^(code |errno |syscall |A complete log|at )/.test(line))
  return lines.find((line) => /error|fail|cannot|not /i.test(line)) ?? lines.at(-1) ?? 'no reason given'
}

/** A full sentence for a step that failed, known cause or not. */
export function failure(step, output) {
  return explain(output) ?? `${step} did not work: ${tellingLine(output)}`
}
