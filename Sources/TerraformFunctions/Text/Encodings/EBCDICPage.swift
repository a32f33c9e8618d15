/// Code pages of IBM's mainframes: every byte has a character of Latin-1, in an order of their own. (IANA, "IBM037", "IBM1047", "IBM01140".)
struct EBCDICPage: Sendable {
  /// The preferred name.
  let name: String
  private let scalars: [UInt32]

  /// Finds a page by a name in lower case.
  init?(_ name: String) {
    var scalars = Self.latin1
    switch name {
    case "ibm037", "cp037", "csibm037", "ebcdic-cp-us", "ebcdic-cp-ca", "ebcdic-cp-wt", "ebcdic-cp-nl": self.name = "IBM037"
    case "ibm1047", "ibm-1047", "csibm1047":
      self.name = "IBM1047"
      for (byte, scalar) in Self.openSystems { scalars[byte] = scalar }
    case "ibm01140", "cp01140", "ccsid01140", "csibm01140", "ebcdic-us-37+euro":
      self.name = "IBM01140"
      scalars[0x9f] = 0x20ac
    default: return nil
    }
    self.scalars = scalars
  }

  func scalar(_ byte: UInt8) -> UInt32 { scalars[Int(byte)] }

  func byte(_ scalar: UInt32) -> UInt8? { scalars.firstIndex(of: scalar).map { UInt8($0) } }

  /// What differs in code page 1047, by byte.
  private static let openSystems: [(byte: Int, scalar: UInt32)] = [
    (0x5f, 0x5e), (0xad, 0x5b), (0xb0, 0xac), (0xba, 0xdd), (0xbb, 0xa8), (0xbd, 0x5d),
  ]

  /// Code page 37, two hexadecimal digits for each byte.
  private static let latin1: [UInt32] = {
    let digits = Array(table.utf8).map { UInt32($0 < 0x40 ? $0 - 0x30 : $0 - 0x57) }
    return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }()

  private static let table =
    "000102039c09867f978d8e0b0c0d0e0f101112139d8508871819928f1c1d1e1f"
    + "80818283840a171b88898a8b8c050607909116939495960498999a9b14159e1a"
    + "20a0e2e4e0e1e3e5e7f1a22e3c282b7c26e9eaebe8edeeefecdf21242a293bac"
    + "2d2fc2c4c0c1c3c5c7d1a62c255f3e3ff8c9cacbc8cdcecfcc603a2340273d22"
    + "d8616263646566676869abbbf0fdfeb1b06a6b6c6d6e6f707172aabae6b8c6a4"
    + "b57e737475767778797aa1bfd0dddeae5ea3a5b7a9a7b6bcbdbe5b5dafa8b4d7"
    + "7b414243444546474849adf4f6f2f3f57d4a4b4c4d4e4f505152b9fbfcf9faff"
    + "5cf7535455565758595ab2d4d6d2d3d530313233343536373839b3dbdcd9da9f"
}
