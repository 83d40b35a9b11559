import { BlockList, isIP, isIPv6 } from 'node:net'

/**
 * Where a host is, as far as its name says. Other names are `public`, whatever they resolve to:
 * companies' registries resolve to private addresses, and a proxy resolves for us.
 */
export type Reach = 'loopback' | 'link-local' | 'private' | 'public'

/**
 * Returns the reach of a URL's host name. IPv4 addresses in IPv6 notation count as what they are, and
 * those in addresses of a transition as private. Ranges: RFC 6890 (special-purpose addresses) and IANA's
 * registries of them; 0.0.0.0 and `::` reach the host itself.
 */
export function reachOf(hostname: string): Reach {
  const name = hostname
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '')
    .toLowerCase()
  if (isIP(name) === 0) return reachOfName(name)
  const family = isIPv6(name) ? 'ipv6' : 'ipv4'
  if (loopback.check(name, family)) return 'loopback'
  if (linkLocal.check(name, family)) return 'link-local'
  return privateUse.check(name, family) ? 'private' : 'public'
}

/** As Linux and macOS name it in `/etc/hosts`; of `localhost` all that is below it too (RFC 6761). */
const loopbackName = /^(?:(?:.+\.)?localhost|localhost\.localdomain|ip6-(?:localhost|loopback))$/
/** What Google's and Amazon's clouds call 169.254.169.254. */
const metadataName =
  /^(?:metadata(?:\.goog|\.google\.internal)?|instance-data(?:\.ec2\.internal)?)$/
/** Names that only a network's own servers know: without a domain, and `.internal` (ICANN, 2024). */
const privateName = /^[^.]+$|\.internal$/

function reachOfName(name: string): Reach {
  if (loopbackName.test(name)) return 'loopback'
  if (metadataName.test(name)) return 'link-local'
  return privateName.test(name) ? 'private' : 'public'
}

/**
 * Tells whether an answer of the registry may send us to the host: not into a network that only we
 * can reach, such as a cloud's metadata service at 169.254.169.254, unless the registry is there
 * itself (GHSA-xf85-363p-868w).
 */
export function mayBeSentTo(hostname: string, registryHostname: string): boolean {
  const reach = reachOf(hostname)
  if (reach === 'public' || hostname === registryHostname) return true
  const own = reachOf(registryHostname)
  return own === 'loopback' || (own === 'private' && reach === 'private')
}

const loopback = blockList(['0.0.0.0/8', '127.0.0.0/8', '::/128', '::1/128'])
const linkLocal = blockList(['169.254.0.0/16', 'fe80::/10'])
const privateUse = blockList([
  '10.0.0.0/8',
  '100.64.0.0/10',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '224.0.0.0/3',
  '::/96',
  '::ffff:0:0:0/96',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '100::/64',
  '2001::/23',
  '2002::/16',
  'fc00::/7',
  'fec0::/10',
  'ff00::/8',
])

function blockList(subnets: readonly string[]): BlockList {
  const list = new BlockList()
  for (const subnet of subnets) {
    const [address = '', prefix] = subnet.split('/')
    list.addSubnet(address, Number(prefix), isIPv6(address) ? 'ipv6' : 'ipv4')
  }
  return list
}
