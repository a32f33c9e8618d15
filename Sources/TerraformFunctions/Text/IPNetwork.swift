/// Addresses and networks of IPv4 and IPv6 as 128-bit integers.

/// Why a text is no address or network, or a calculation leaves it.
struct NetworkFailure: Error {
  var message: String
}

/// An IP address.
struct IPAddress: Equatable {
  var value: UInt128
  var isIPv6: Bool

  var width: Int { isIPv6 ? 128 : 32 }

  init(value: UInt128, isIPv6: Bool) {
    self.value = value
    self.isIPv6 = isIPv6
  }

  /// Reads `192.0.2.1` (leading zeros are decimal) or `2001:db8::1`, also with an IPv4 tail; nil for anything else.
  init?(_ text: some StringProtocol) {
    if text.utf8.contains(UInt8(ascii: ":")) {
      guard let groups = Self.ipv6Groups(String(text)) else { return nil }
      let value = groups.reduce(UInt128(0)) { $0 << 16 | UInt128($1) }
      // An IPv4 address in IPv6 clothing is an IPv4 address.
      if value >> 32 == 0xffff {
        self.init(value: value & 0xffff_ffff, isIPv6: false)
      } else {
        self.init(value: value, isIPv6: true)
      }
    } else {
      guard let value = Self.ipv4Value(String(text)) else { return nil }
      self.init(value: UInt128(value), isIPv6: false)
    }
  }

  private static func ipv4Value(_ text: String) -> UInt32? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    var value: UInt32 = 0
    for part in parts {
      guard !part.isEmpty, part.utf8.count <= 20, part.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }) else { return nil }
      guard let octet = UInt64(part), octet <= 255 else { return nil }
      value = value << 8 | UInt32(octet)
    }
    return value
  }

  private static func ipv6Groups(_ text: String) -> [UInt16]? {
    let halves = splitAtDoubleColon(text)
    guard let halves, let head = groups(halves.head) else { return nil }
    guard let tailText = halves.tail else { return head.count == 8 ? head : nil }
    guard let tail = groups(tailText), head.count + tail.count < 8 else { return nil }
    return head + [UInt16](repeating: 0, count: 8 - head.count - tail.count) + tail
  }

  private static func splitAtDoubleColon(_ text: String) -> (head: String, tail: String?)? {
    let bytes = Array(text.utf8)
    let colon = UInt8(ascii: ":")
    guard let at = bytes.indices.dropLast().first(where: { bytes[$0] == colon && bytes[$0 + 1] == colon }) else {
      return (text, nil)
    }
    return (String(decoding: bytes[..<at], as: UTF8.self), String(decoding: bytes[(at + 2)...], as: UTF8.self))
  }

  private static func groups(_ text: String) -> [UInt16]? {
    guard !text.isEmpty else { return [] }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    var result: [UInt16] = []
    for (index, part) in parts.enumerated() {
      if part.utf8.contains(UInt8(ascii: ".")) {
        guard index == parts.count - 1, let value = ipv4Value(String(part)) else { return nil }
        result += [UInt16(value >> 16), UInt16(value & 0xffff)]
        continue
      }
      let isHexadecimal = part.utf8.allSatisfy { byte in
        (48...57).contains(byte) || (65...70).contains(byte) || (97...102).contains(byte)
      }
      guard (1...4).contains(part.utf8.count), isHexadecimal, let group = UInt16(part, radix: 16) else { return nil }
      result.append(group)
    }
    return result.count <= 8 ? result : nil
  }
}

extension IPAddress: CustomStringConvertible {
  /// Dotted decimal, or the canonical form of RFC 5952.
  var description: String {
    guard isIPv6 else {
      return [24, 16, 8, 0].map { String(value >> UInt128($0) & 255) }.joined(separator: ".")
    }
    let groups = (0..<8).map { UInt16(truncatingIfNeeded: value >> UInt128(112 - 16 * $0)) }
    var longest = 0..<0
    var start = 0
    while start < 8 {
      let end = groups[start...].firstIndex { $0 != 0 } ?? 8
      if end - start >= 2, end - start > longest.count { longest = start..<end }
      start = max(end, start + 1)
    }
    guard !longest.isEmpty else { return groups.map { String($0, radix: 16) }.joined(separator: ":") }
    let head = groups[..<longest.lowerBound].map { String($0, radix: 16) }.joined(separator: ":")
    let tail = groups[longest.upperBound...].map { String($0, radix: 16) }.joined(separator: ":")
    return "\(head)::\(tail)"
  }
}

/// A network in CIDR notation; the bits behind the prefix are zero.
struct IPNetwork {
  var address: IPAddress
  var prefixLength: Int

  init(address: IPAddress, prefixLength: Int) {
    self.address = address
    self.prefixLength = prefixLength
    self.address.value = address.value & Self.mask(prefixLength, width: address.width)
  }

  /// Reads `10.0.0.0/8`; bits behind the prefix are cleared.
  init(_ text: String) throws(NetworkFailure) {
    let failure = NetworkFailure(
      message: "invalid CIDR expression: \"\(text)\" is no network such as 10.0.0.0/8 or 2001:db8::/32")
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let address = IPAddress(parts[0]) else { throw failure }
    let digits = parts[1]
    guard (1...3).contains(digits.utf8.count), digits.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }), let length = Int(digits) else {
      throw failure
    }
    let isIPv6Text = parts[0].utf8.contains(UInt8(ascii: ":"))
    guard length <= (isIPv6Text ? 128 : 32) else { throw failure }
    if isIPv6Text, !address.isIPv6 {
      // IPv4 in IPv6 clothing: the first 96 bits only say so.
      guard length >= 96 else { throw failure }
      self.init(address: address, prefixLength: length - 96)
    } else {
      self.init(address: address, prefixLength: length)
    }
  }

  var hostBits: Int { address.width - prefixLength }

  /// The address with all bits of the prefix set.
  var netmask: IPAddress { IPAddress(value: Self.mask(prefixLength, width: address.width), isIPv6: address.isIPv6) }

  private static func mask(_ prefixLength: Int, width: Int) -> UInt128 {
    let all = width == 128 ? UInt128.max : (UInt128(1) << UInt128(width)) - 1
    return prefixLength == 0 ? 0 : all & ~(prefixLength == width ? 0 : (UInt128(1) << UInt128(width - prefixLength)) - 1)
  }

  func contains(_ other: IPAddress) -> Bool {
    other.isIPv6 == address.isIPv6 && other.value & Self.mask(prefixLength, width: address.width) == address.value
  }

  /// The host with a number; negative ones count from the end.
  func host(_ number: Int128Magnitude) throws(NetworkFailure) -> IPAddress {
    let capacity = hostBits == 128 ? nil : UInt128(1) << UInt128(hostBits)
    let failure = NetworkFailure(message: "prefix of \(prefixLength) does not accommodate a host numbered \(number)")
    if number.isNegative {
      if let capacity, number.magnitude > capacity { throw failure }
      let last = capacity ?? 0
      return IPAddress(value: address.value | (last &- number.magnitude), isIPv6: address.isIPv6)
    }
    if let capacity, number.magnitude >= capacity { throw failure }
    return IPAddress(value: address.value | number.magnitude, isIPv6: address.isIPv6)
  }

  /// The subnet with a number, its prefix longer by so many bits.
  func subnet(newBits: Int, number: UInt128) throws(NetworkFailure) -> IPNetwork {
    guard newBits <= hostBits else {
      throw NetworkFailure(message: "insufficient address space to extend prefix of \(prefixLength) by \(newBits)")
    }
    guard newBits == 128 || number < UInt128(1) << UInt128(newBits) else {
      throw NetworkFailure(message: "prefix extension of \(newBits) does not accommodate a subnet numbered \(number)")
    }
    let length = prefixLength + newBits
    let shifted = length == address.width ? number : number << UInt128(address.width - length)
    return IPNetwork(address: IPAddress(value: address.value | shifted, isIPv6: address.isIPv6), prefixLength: length)
  }

  /// The network of another prefix length that follows directly behind this one, or nil at the end of the address space.
  func next(prefixLength length: Int) -> IPNetwork? {
    let last = address.value | ~Self.mask(prefixLength, width: address.width) & Self.mask(address.width, width: address.width)
    guard last != Self.mask(address.width, width: address.width) else { return nil }
    var start = last + 1
    let aligned = start & Self.mask(length, width: address.width)
    if aligned != start {
      let (sum, overflow) = aligned.addingReportingOverflow(UInt128(1) << UInt128(address.width - length))
      guard !overflow, sum <= Self.mask(address.width, width: address.width) else { return nil }
      start = sum
    }
    return IPNetwork(address: IPAddress(value: start, isIPv6: address.isIPv6), prefixLength: length)
  }

  /// The last address.
  var lastAddress: UInt128 {
    address.value | ~Self.mask(prefixLength, width: address.width) & Self.mask(address.width, width: address.width)
  }
}

extension IPNetwork: CustomStringConvertible {
  var description: String { "\(address)/\(prefixLength)" }
}

/// A whole number with a sign, up to 128 bits: IPv6 host numbers need them.
struct Int128Magnitude: CustomStringConvertible {
  var magnitude: UInt128
  var isNegative: Bool

  var description: String { (isNegative ? "-" : "") + String(magnitude) }
}
