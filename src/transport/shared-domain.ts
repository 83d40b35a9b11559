import { isIP } from 'node:net'

/**
 * Domains below which anybody can have a host of their own, where a registry or a token service may
 * run: two hosts there need not belong together (from the private domains of publicsuffix.org).
 */
const hosting: readonly string[] = [
  'aliyuncs.com',
  'amazonaws.com',
  'amazonaws.com.cn',
  'amplifyapp.com',
  'api.aws',
  'app.github.dev',
  'appspot.com',
  'awsapprunner.com',
  'azure-api.net',
  'azure.com',
  'azurecontainer.io',
  'azurecontainerapps.io',
  'azurecr.cn',
  'azurecr.io',
  'azurecr.us',
  'azurefd.net',
  'azurestaticapps.net',
  'azurewebsites.net',
  'b-cdn.net',
  'blogspot.com',
  'br.com',
  'cleverapps.io',
  'cloudapp.net',
  'cloudfront.net',
  'cloudfunctions.net',
  'cn.com',
  'co.com',
  'codesandbox.io',
  'ddns.net',
  'de.com',
  'deno.dev',
  'devtunnels.ms',
  'digitaloceanspaces.com',
  'duckdns.org',
  'dyndns.org',
  'elasticbeanstalk.com',
  'eu.com',
  'eu.org',
  'firebaseapp.com',
  'fly.dev',
  'fly.io',
  'gitbook.io',
  'github.dev',
  'github.io',
  'githubpreview.dev',
  'githubusercontent.com',
  'gitlab.io',
  'gitpod.io',
  'glitch.me',
  'googleusercontent.com',
  'herokuapp.com',
  'hetzner.cloud',
  'hf.space',
  'hopto.org',
  'jfrog.io',
  'koyeb.app',
  'lhr.life',
  'loca.lt',
  'localto.net',
  'myshopify.com',
  'netlify.app',
  'ngrok-free.app',
  'ngrok.app',
  'ngrok.dev',
  'ngrok.io',
  'nip.io',
  'no-ip.org',
  'on.aws',
  'ondigitalocean.app',
  'onrender.com',
  'oraclecloud.com',
  'pages.dev',
  'pkg.dev',
  'platform.sh',
  'r2.dev',
  'railway.app',
  'readthedocs.io',
  'repl.co',
  'replit.app',
  'run.app',
  'scalingo.io',
  'scw.cloud',
  'serveo.net',
  'sslip.io',
  'stackblitz.io',
  'supabase.co',
  'surge.sh',
  'synology.me',
  'tailscale.net',
  'trafficmanager.net',
  'translate.goog',
  'trycloudflare.com',
  'ts.net',
  'uk.com',
  'us.com',
  'vercel.app',
  'vultrcr.com',
  'web.app',
  'webcontainer.io',
  'windows.net',
  'wixsite.com',
  'wordpress.com',
  'workers.dev',
  'your-server.de',
  'zrok.io',
]

/** Second-level labels under which countries' registries register domains: `co.uk`, `com.au`. */
const secondLevel =
  /^(?:ac|asn|biz|co|com|edu|gen|go|gob|gouv|gov|govt|id|in|info|ltd|me|mil|ne|net|nom|or|org|plc|sch|web)$/

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
