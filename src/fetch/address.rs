//! Which addresses are public: reachable by everybody, so that asking them tells nobody about networks behind us.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Whether an address belongs to the public internet (IANA special-purpose registries for IPv4 and IPv6). An IPv6 address that only
/// wraps an IPv4 address is judged as that one or, where a gateway would unwrap it, refused.
pub fn is_public(address: IpAddr) -> bool {
    match address.to_canonical() {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => is_public_v6(address),
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    // This network, addresses shared by providers (RFC 6598), protocol assignments, relays of 6to4, benchmarks; multicast and reserved.
    let special = matches!(address.octets(), [0 | 224..=255, ..] | [100, 64..=127, ..] | [192, 0, 0, _] | [192, 88, 99, _] | [198, 18..=19, ..]);
    !(special || address.is_private() || address.is_loopback() || address.is_link_local() || address.is_documentation())
}

fn is_public_v6(address: Ipv6Addr) -> bool {
    // Only 2000::/3 is given out, and in it these are special: protocol assignments with Teredo, documentation, 6to4. Loopback,
    // unspecified, link-local, unique local, multicast, NAT64 and IPv4-compatible addresses all lie outside.
    match address.segments() {
        [0x2001, second, ..] if second < 0x0200 || second == 0x0db8 => false,
        [0x2002, ..] | [0x3fff, 0..=0x0fff, ..] => false,
        [first, ..] => (0x2000..=0x3fff).contains(&first),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Addresses of every registry of special purposes, and those that wrap such addresses.
    const INSIDE: &str = "\
        127.0.0.1 127.9.9.9 0.0.0.0 0.1.2.3 10.0.0.1 172.16.0.1 172.31.255.255 192.168.1.1 169.254.169.254 100.64.0.1 \
        100.127.255.255 192.0.0.170 192.0.2.1 198.51.100.7 203.0.113.9 192.88.99.1 198.18.0.1 198.19.255.255 224.0.0.1 \
        239.1.1.1 240.0.0.1 255.255.255.255 :: ::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:169.254.169.254 ::127.0.0.1 \
        ::8.8.8.8 fe80::1 fec0::1 fc00::1 fd12:3456::1 ff02::1 64:ff9b::7f00:1 64:ff9b::808:808 64:ff9b:1::1 2002:7f00:1:: \
        2002:808:808::1 2001::1 2001:0:53aa::1 2001:db8::1 2001:1ff::1 3fff::1 100::1 5f00::1 4000::1 \
        ";

    #[test]
    fn only_addresses_that_everybody_can_reach_are_public() {
        for inside in INSIDE.split_whitespace() {
            assert!(!is_public(inside.parse().unwrap()), "{inside}");
        }
        for outside in [
            "8.8.8.8",
            "100.63.0.1",
            "100.128.0.1",
            "172.15.0.1",
            "172.32.0.1",
            "192.0.1.1",
            "198.17.0.1",
            "198.20.0.1",
            "223.255.255.255",
            "::ffff:8.8.8.8",
            "2a00:1450::1",
            "2001:200::1",
            "2600::1",
            "3ffe::1",
        ] {
            assert!(is_public(outside.parse().unwrap()), "{outside}");
        }
    }
}
