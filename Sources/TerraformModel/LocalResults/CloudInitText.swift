import HCLValues

/// The result of data source `cloudinit_config`: its parts as one MIME message. (cloudinit provider; RFC 2046, "Multipart Media Type".)
///
/// The compressed form is not computed: it is the default, and its bytes are those of one particular compressor.
enum CloudInitText {
  static func results(_ arguments: Attributes) -> [(String, Value)] {
    guard flag(arguments["gzip"]) == false, let isEncoded = flag(arguments["base64_encode"]), let boundary = text(arguments["boundary"], "MIMEBOUNDARY"),
      let parts = arguments["part"]?.elements, arguments["part"]?.marks.contains(.open) == false
    else { return [] }
    var message = "Content-Type: multipart/mixed; boundary=\"\(boundary)\"\nMIME-Version: 1.0\r\n\r\n"
    for (index, part) in parts.enumerated() {
      guard let attributes = part.attributes, let content = attributes["content"]?.stringValue, let type = text(attributes["content_type"], "text/plain"),
        let name = text(attributes["filename"], ""), let merge = text(attributes["merge_type"], "")
      else { return [] }
      message += index == 0 ? "--\(boundary)\r\n" : "\r\n--\(boundary)\r\n"
      if !name.isEmpty { message += "Content-Disposition: attachment; filename=\"\(name)\"\r\n" }
      message += "Content-Transfer-Encoding: 7bit\r\nContent-Type: \(type.isEmpty ? "text/plain" : type)\r\nMime-Version: 1.0\r\n"
      if !merge.isEmpty { message += "X-Merge-Type: \(merge)\r\n" }
      message += "\r\n\(content)"
    }
    message += parts.isEmpty ? "--\(boundary)--\r\n" : "\r\n--\(boundary)--\r\n"
    return [("rendered", Value(.string(isEncoded ? base64(Array(message.utf8)) : message)))]
  }

  /// True unless it is set; nil when unknown.
  private static func flag(_ value: Value?) -> Bool? {
    guard let value, !value.isNull else { return true }
    return value.boolValue
  }

  private static func text(_ value: Value?, _ fallback: String) -> String? {
    guard let value, !value.isNull else { return fallback }
    return value.stringValue
  }

  /// RFC 4648, with padding.
  private static func base64(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var result: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = Array(bytes[start..<min(start + 3, bytes.count)]) + [0, 0]
      let bits = Int(group[0]) << 16 | Int(group[1]) << 8 | Int(group[2])
      let count = min(3, bytes.count - start)
      for digit in 0..<4 {
        result.append(digit <= count ? alphabet[bits >> (18 - 6 * digit) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
