import { BlockList, isIP, isIPv4 } from 'node:net';

/** Why a text is no network in CIDR form; null where it is one. A single address is a network of itself. */
export function networkFault(text: string): string | null {
  const [address, bits, ...rest] = text.split('/');
  const longest = isIPv4(address!) ? 32 : 128;
  const isRange = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= longest);
  return isIP(address!) > 0 && isRange && rest.length === 0 ? null : 'expected a network such as 10.1.0.0/16 or 2001:db8::/32';
}

/** Tells whether an address lies in one of some networks; everywhere does where none are named. */
export function admission(networks: readonly string[]): (address: string | null) => boolean {
  if (networks.length === 0) return () => true;
  const list = new BlockList();
  for (const network of networks) {
    const [address, bits] = network.split('/');
    const family = isIPv4(address!) ? 'ipv4' : 'ipv6';
    list.addSubnet(address!, bits === undefined ? (family === 'ipv4' ? 32 : 128) : Number(bits), family);
  }
  return (address) => {
    if (address === null) return false;
    // A socket that listens on IPv6 shows IPv4 callers as ::ffff:10.1.2.3.
    const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
    return isIP(plain) > 0 && list.check(plain, isIPv4(plain) ? 'ipv4' : 'ipv6');
  };
}
