/// Calculations with IP networks in CIDR notation. (Terraform language, "IP network functions".)

import HCLEvaluation
import HCLValues

enum IPNetworkFunctions {
  static let all = [cidrcontains, cidrhost, cidrnetmask, cidrsubnet, cidrsubnets]

  private static let prefix = FunctionParameter("prefix", .string)

  static let cidrhost = Function(
    "cidrhost", "Gives the address of a host in a network; negative numbers count from the end.",
    [prefix, .init("hostnum", .number)],
    example: ("cidrhost(\"10.12.112.0/20\", 16)", "\"10.12.112.16\""), returns: .string
  ) { (arguments, _) throws(FunctionError) in
    let network = try networkArgument(arguments)
    let number = try wideInteger(arguments, 1)
    return try .string(checked { () throws(NetworkFailure) in try network.host(number) }.description)
  }

  static let cidrnetmask = Function(
    "cidrnetmask", "Gives the subnet mask of an IPv4 network.", [prefix],
    example: ("cidrnetmask(\"172.16.0.0/12\")", "\"255.240.0.0\""),
    returns: .string
  ) { (arguments, _) throws(FunctionError) in
    let network = try networkArgument(arguments)
    guard !network.address.isIPv6 else { throw FunctionError("IPv6 networks have no subnet mask", argument: 0) }
    return .string(network.netmask.description)
  }

  static let cidrsubnet = Function(
    "cidrsubnet", "Gives the subnet with a number, its prefix longer by so many bits.",
    [prefix, .init("newbits", .number), .init("netnum", .number)],
    example: ("cidrsubnet(\"172.16.0.0/12\", 4, 2)", "\"172.18.0.0/16\""),
    returns: .string
  ) { (arguments, _) throws(FunctionError) in
    let network = try networkArgument(arguments)
    let newBits = try arguments.integer(1)
    let number = try wideInteger(arguments, 2)
    guard newBits >= 0 else { throw FunctionError("the prefix cannot be extended by a negative number of bits", argument: 1) }
    guard !number.isNegative else { throw FunctionError("the number of a subnet must not be negative", argument: 2) }
    return try .string(
      checked { () throws(NetworkFailure) in try network.subnet(newBits: newBits, number: number.magnitude) }.description)
  }

  static let cidrsubnets = Function(
    "cidrsubnets", "Gives consecutive subnets, each prefix longer by so many bits.", [prefix],
    variadic: .init("newbits", .number),
    example: (
      "cidrsubnets(\"10.1.0.0/16\", 4, 4, 8, 4)", "[\"10.1.0.0/20\", \"10.1.16.0/20\", \"10.1.32.0/24\", \"10.1.48.0/20\"]"
    ),
    returns: .list(.string)
  ) { (arguments, _) throws(FunctionError) in
    let network = try networkArgument(arguments)
    var current: IPNetwork?
    var results: [Value] = []
    for index in arguments.indices.dropFirst() {
      let bits = try arguments.integer(index)
      guard bits >= 1 else { throw FunctionError("must extend prefix by at least one bit", argument: index) }
      // The reference refuses more than 32 bits at once for IPv4 only by the length of the result.
      guard bits <= network.hostBits else {
        let family = network.address.isIPv6 ? "an IPv6" : "an IPv4"
        let length = network.prefixLength.addingReportingOverflow(bits).partialValue
        throw FunctionError("would extend prefix to \(length) bits, which is too long for \(family) address", argument: index)
      }
      let length = network.prefixLength + bits
      let next = current.map { $0.next(prefixLength: length) } ?? IPNetwork(address: network.address, prefixLength: length)
      guard let next, next.lastAddress <= network.lastAddress else {
        let place = current.map { " after \($0)" } ?? ""
        throw FunctionError(
          "not enough remaining address space for a subnet with a prefix of \(length) bits\(place)", argument: index)
      }
      results.append(.string(next.description))
      current = next
    }
    return .list(of: .string, results)
  }

  static let cidrcontains = Function(
    "cidrcontains", "Tells whether a network contains an address or another network.",
    [.init("containing_prefix", .string), .init("contained_ip_or_prefix", .string)],
    example: ("cidrcontains(\"192.168.2.0/20\", \"192.168.2.1\")", "true"), returns: .bool
  ) { (arguments, _) throws(FunctionError) in
    let network = try networkArgument(arguments)
    let other = try arguments.string(1)
    let first: IPAddress
    let last: UInt128
    if other.utf8.contains(UInt8(ascii: "/")) {
      let inner = try networkArgument(arguments, 1)
      (first, last) = (inner.address, inner.lastAddress)
    } else {
      guard let address = IPAddress(other) else {
        throw FunctionError("\(quotedHCL(other)) is neither an IP address nor a network in CIDR notation", argument: 1)
      }
      (first, last) = (address, address.value)
    }
    guard first.isIPv6 == network.address.isIPv6 else {
      throw FunctionError("an IPv4 and an IPv6 address cannot be compared", argument: 1)
    }
    return .bool(network.contains(first) && last <= network.lastAddress)
  }

  private static func networkArgument(_ arguments: [Value], _ index: Int = 0) throws(FunctionError) -> IPNetwork {
    let text = try arguments.string(index)
    do {
      return try IPNetwork(text)
    } catch {
      throw FunctionError(error.message, argument: index)
    }
  }

  private static func checked<Result>(_ body: () throws(NetworkFailure) -> Result) throws(FunctionError) -> Result {
    do {
      return try body()
    } catch {
      throw FunctionError(error.message)
    }
  }

  /// A whole number of up to 128 bits.
  private static func wideInteger(_ arguments: [Value], _ index: Int) throws(FunctionError) -> Int128Magnitude {
    let number = try arguments.number(index)
    if let word = number.exactInt {
      return Int128Magnitude(magnitude: UInt128(word.magnitude), isNegative: word < 0)
    }
    guard number.isInteger, let magnitude = UInt128(number.magnitude.text) else {
      throw FunctionError("a whole number of at most 128 bits is required", argument: index)
    }
    return Int128Magnitude(magnitude: magnitude, isNegative: number.isNegative && magnitude != 0)
  }
}
