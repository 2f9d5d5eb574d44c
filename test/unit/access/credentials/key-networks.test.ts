import { admission, networkFault } from '../../../../src/features/access/credentials/key-networks.js';

describe('networks of a key', () => {
  test.each(['10.0.0.0/8', '192.168.1.7', '2001:db8::/32', '::1', '0.0.0.0/0'])('%s is one', (network) => {
    expect(networkFault(network)).toBeNull();
  });

  test.each(['10.0.0.0/33', '10.0.0/8', 'city.example', '10.0.0.0/8/8', '10.0.0.0/', '', '::/129', '10.0.0.0/-1'])(
    '%j is none',
    (network) => {
      expect(networkFault(network)).toContain('expected a network');
    },
  );

  test('admit the addresses within them, however a socket writes them', () => {
    const admits = admission(['10.1.0.0/16', '192.168.1.7', '2001:db8::/32']);
    const within = ['10.1.255.255', '::ffff:10.1.2.3', '192.168.1.7', '2001:db8::1', '2001:db8:ffff::1%eth0'];
    const without = ['10.2.0.0', '::ffff:10.2.0.0', '192.168.1.8', '2001:db9::1', 'nonsense', null];
    expect(within.map(admits)).toEqual(within.map(() => true));
    expect(without.map(admits)).toEqual(without.map(() => false));
  });

  test('that are not named admit everybody', () => {
    expect([admission([])('203.0.113.9'), admission([])(null)]).toEqual([true, true]);
  });
});
