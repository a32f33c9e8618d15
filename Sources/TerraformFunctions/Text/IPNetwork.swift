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
    var text = String(text)
    guard let address = text.withUTF8({ IPAddress(bytes: $0[...]) }) else { return nil }
    self = address
  }

  /// Reads the text of an address. Nothing is allocated for IPv4, which every instance of a network resource asks for.
  fileprivate init?(bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    guard bytes.contains(UInt8(ascii: ":")) else {
      guard let value = Self.ipv4Value(bytes) else { return nil }
      self.init(value: UInt128(value), isIPv6: false)
      return
    }
    guard let groups = Self.ipv6Groups(String(decoding: bytes, as: UTF8.self)) else { return nil }
    let value = groups.reduce(UInt128(0)) { $0 << 16 | UInt128($1) }
    // An IPv4 address in IPv6 clothing is an IPv4 address.
    if value >> 32 == 0xffff {
      self.init(value: value & 0xffff_ffff, isIPv6: false)
    } else {
      self.init(value: value, isIPv6: true)
    }
  }

  /// Four decimal octets with dots between them.
  private static func ipv4Value(_ bytes: some Sequence<UInt8>) -> UInt32? {
    var value: UInt32 = 0
    var octet: UInt32 = 0
    var digits = 0
    var dots = 0
    for byte in bytes {
      if byte == UInt8(ascii: ".") {
        guard digits > 0, octet <= 255, dots < 3 else { return nil }
        value = value << 8 | octet
        dots += 1
        octet = 0
        digits = 0
      } else {
        guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9"), digits < 20 else { return nil }
        octet = min(256, octet * 10 + UInt32(byte - UInt8(ascii: "0")))
        digits += 1
      }
    }
    guard digits > 0, octet <= 255, dots == 3 else { return nil }
    return value << 8 | octet
  }

  private static func ipv6Groups(_ text: String) -> [UInt16]? {
    let halves = splitAtDoubleColon(text)
    // The IPv4 tail ends the address.
    guard let halves, let head = groups(halves.head, endsAddress: halves.tail == nil) else { return nil }
    guard let tailText = halves.tail else { return head.count == 8 ? head : nil }
    guard let tail = groups(tailText, endsAddress: true), head.count + tail.count < 8 else { return nil }
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

  private static func groups(_ text: String, endsAddress: Bool) -> [UInt16]? {
    guard !text.isEmpty else { return [] }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    var result: [UInt16] = []
    for (index, part) in parts.enumerated() {
      if part.utf8.contains(UInt8(ascii: ".")) {
        guard endsAddress, index == parts.count - 1, let value = ipv4Value(part.utf8) else { return nil }
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
    guard isIPv6 else { return ipv4Text(prefixLength: nil) }
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

  /// Dotted decimal, with the length of a prefix behind it where there is one.
  fileprivate func ipv4Text(prefixLength: Int?) -> String {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { buffer in
      var count = 0
      func append(_ byte: UInt8) {
        buffer[count] = byte
        count += 1
      }
      func append(decimal number: UInt8) {
        if number >= 100 { append(UInt8(ascii: "0") + number / 100) }
        if number >= 10 { append(UInt8(ascii: "0") + number / 10 % 10) }
        append(UInt8(ascii: "0") + number % 10)
      }
      let address = UInt32(truncatingIfNeeded: value)
      for shift: UInt32 in [24, 16, 8, 0] {
        if shift < 24 { append(UInt8(ascii: ".")) }
        append(decimal: UInt8(truncatingIfNeeded: address >> shift))
      }
      if let prefixLength {
        append(UInt8(ascii: "/"))
        append(decimal: UInt8(clamping: prefixLength))
      }
      return String(decoding: buffer[..<count], as: UTF8.self)
    }
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
    var copy = text
    guard let network = copy.withUTF8({ IPNetwork(bytes: $0) }) else {
      throw NetworkFailure(message: "invalid CIDR expression: \"\(text)\" is no network such as 10.0.0.0/8 or 2001:db8::/32")
    }
    self = network
  }

  private init?(bytes: UnsafeBufferPointer<UInt8>) {
    guard let slash = bytes.firstIndex(of: UInt8(ascii: "/")), let address = IPAddress(bytes: bytes[..<slash]) else { return nil }
    let digits = bytes[(slash + 1)...]
    guard (1...3).contains(digits.count), digits.allSatisfy({ $0 >= 48 && $0 <= 57 }) else { return nil }
    let length = digits.reduce(0) { $0 * 10 + Int($1 - 48) }
    let isIPv6Text = bytes[..<slash].contains(UInt8(ascii: ":"))
    guard length <= (isIPv6Text ? 128 : 32) else { return nil }
    if isIPv6Text, !address.isIPv6 {
      // IPv4 in IPv6 clothing: the first 96 bits only say so.
      guard length >= 96 else { return nil }
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
  var description: String {
    address.isIPv6 ? "\(address)/\(prefixLength)" : address.ipv4Text(prefixLength: prefixLength)
  }
}

/// A whole number with a sign, up to 128 bits: IPv6 host numbers need them.
struct Int128Magnitude: CustomStringConvertible {
  var magnitude: UInt128
  var isNegative: Bool

  var description: String { (isNegative ? "-" : "") + String(magnitude) }
}
