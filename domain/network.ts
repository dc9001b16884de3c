/**
 * The addresses that limits count as one client: an IPv4 address by itself, also as IPv6 writes it (::ffff:a.b.c.d), and an
 * IPv6 address by its /64, all of which one household or phone has (RFC 6177, RFC 7934). Anything else stays as it is.
 */
export function addressGroup(address: string): string {
  const bare = address.replace(/%.*$/s, '')
  if (!/^[0-9a-f:.]*:[0-9a-f:.]*$/i.test(bare) || !URL.canParse(`http://[${bare}]/`)) return address
  const groups = groupsOf(new URL(`http://[${bare}]/`).hostname.slice(1, -1))
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff) {
    return groups.slice(6).flatMap((group) => [group >> 8, group & 0xff]).join('.')
  }
  return `${groups.slice(0, 4).map((group) => group.toString(16)).join(':')}::/64`
}

/** The eight numbers of an IPv6 address in the one form that URL gives it. */
function groupsOf(address: string): number[] {
  const [head = [], tail = []] = address.split('::').map((half) => (half === '' ? [] : half.split(':').map((group) => Number.parseInt(group, 16))))
  return [...head, ...Array.from({ length: 8 - head.length - tail.length }, () => 0), ...tail]
}
