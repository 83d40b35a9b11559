import { isIP } from 'node:net'

/**
 * Domains below which anybody can have a host of their own, where a registry or a token service may
 * run: two hosts there need not belong together (from the private domains of publicsuffix.org).
 */
const hosting: readonly string[] = [
  'amazonaws.com',
  'amazonaws.com.cn',
  'api.aws',
  'on.aws',
  'appspot.com',
  'azure-api.net',
  'azure.com',
  'azurecontainer.io',
  'azurecontainerapps.io',
  'azurecr.cn',
  'azurecr.io',
  'azurecr.us',
  'azurefd.net',
  'azurewebsites.net',
  'cloudapp.net',
  'cloudfront.net',
  'cloudfunctions.net',
  'ddns.net',
  'deno.dev',
  'duckdns.org',
  'eu.org',
  'fly.dev',
  'github.dev',
  'github.io',
  'gitlab.io',
  'herokuapp.com',
  'jfrog.io',
  'loca.lt',
  'netlify.app',
  'ngrok-free.app',
  'ngrok.app',
  'ngrok.dev',
  'ngrok.io',
  'nip.io',
  'ondigitalocean.app',
  'onrender.com',
  'oraclecloud.com',
  'pages.dev',
  'pkg.dev',
  'railway.app',
  'run.app',
  'scw.cloud',
  'sslip.io',
  'synology.me',
  'trafficmanager.net',
  'trycloudflare.com',
  'vercel.app',
  'web.app',
  'windows.net',
  'workers.dev',
]

/** Second-level labels under which countries' registries register domains: `co.uk`, `com.au`. */
const secondLevel = /^(?:ac|co|com|edu|go|gob|gouv|gov|govt|ltd|me|mil|ne|net|nom|or|org|plc)$/

/**
 * Tells whether two host names are below one domain that, as far as names tell, has one owner:
 * `registry.example.com` and `gitlab.example.com`. It errs towards no.
 */
export function shareDomain(host: string, other: string): boolean {
  if (isIP(host.replace(/[[\]]/g, '')) || isIP(other.replace(/[[\]]/g, ''))) return false
  const shared = commonLabels(labelsOf(host), labelsOf(other))
  const domain = shared.toReversed().join('.')
  if (hosting.some((each) => domain === each || domain.endsWith(`.${each}`))) return false
  const [top = '', second = ''] = shared
  const isCountrys = top.length === 2 && secondLevel.test(second)
  return shared.length >= (isCountrys ? 3 : 2)
}

/** From the top-level domain down. */
function labelsOf(host: string): readonly string[] {
  return host.toLowerCase().replace(/\.$/, '').split('.').toReversed()
}

function commonLabels(labels: readonly string[], others: readonly string[]): readonly string[] {
  const differing = labels.findIndex((label, at) => label !== others[at])
  return differing < 0 ? labels : labels.slice(0, differing)
}
