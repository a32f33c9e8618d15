import Documents
import HCLValues
import Testing

@testable import Conversion

@Suite struct KubernetesOperatorTests {
  private let operators = OperatorTable(adding: KubernetesTarget().operators)

  private func apply(_ name: String, _ direction: Operator.Direction, _ value: Value) throws -> Value? {
    try #require(operators[name]).apply(direction, value, [])
  }

  @Test(arguments: [("0644", "420"), ("644", "420"), ("0400", "256"), ("0o777", "511"), ("0000", "0")])
  func `a file mode is read as octal digits`(text: String, mode: String) throws {
    #expect(try apply("octal", .forward, .string(text))?.scalarText == mode)
  }

  @Test(arguments: ["0644", "0400", "0000", "0777", "1777"])
  func `a file mode comes back as it was`(text: String) throws {
    let mode = try #require(try apply("octal", .forward, .string(text)))
    #expect(try apply("octal", .backward, mode)?.stringValue == text)
  }

  @Test(arguments: ["", "rw", "0o", "-1", "08", "9", "99999999999999999999999999"])
  func `what is no file mode is a loss`(text: String) {
    #expect(throws: ConversionLoss.self) { try apply("octal", .forward, .string(text)) }
  }

  @Test(arguments: ["", "a", "ab", "abc", "abcd", "ü€😀", "line\nline\n", String(repeating: "x", count: 1000)])
  func `base64 text comes back as it was`(text: String) { #expect(Base64Text.decoded(Base64Text.encoded(text)) == text) }

  @Test(arguments: [("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy")])
  func `base64 is that of RFC 4648`(text: String, encoded: String) { #expect(Base64Text.encoded(text) == encoded) }

  @Test(arguments: ["/w==", "a b", "{}", "\u{FF}"])
  func `what is no text in base64 is not decoded`(text: String) { #expect(Base64Text.decoded(text) == nil) }

  @Test func `a secret's values come back as they were`() throws {
    let plain = Value.map(of: .string, [("user", .string("demo")), ("password", .string("häslich"))])
    let project = KubernetesProject(
      text: """
        resource "kubernetes_secret_v1" "x" {
          metadata { name = "x" }
          data = { user = "demo", password = "häslich" }
        }
        """)
    let data = try #require(project.result.documents.first?.document["data"])
    #expect(try apply("base64_map", .backward, Value(data))?.isSame(as: plain) == true)
  }

  @Test(arguments: ["80", "http"])
  func `a port is a number or a name, and comes back as text`(text: String) throws {
    let port = try #require(try apply("named_port", .forward, .string(text)))
    #expect(port.attributes?.keys == [text == "80" ? "number" : "name"])
    #expect(try apply("named_port", .backward, port)?.scalarText == text)
  }

  @Test func `a target of processor use comes back as it was`() throws {
    let metric = try #require(try apply("cpu_metric", .forward, .int(70)))
    #expect(try apply("cpu_metric", .backward, metric)?.scalarText == "70")
  }

  @Test func `each block inside of a projected source becomes an element`() throws {
    let block = Value.tuple([.object([("name", .string("a"))])])
    let two = Value.tuple([.object([("name", .string("b"))]), .object([("name", .string("c"))])])
    let sources = Value.tuple([.object([("secret", block), ("config_map", two)])])
    let names = try #require(try apply("spread", .forward, sources)?.elements).compactMap { $0.attributes?.keys.first }
    #expect(names == ["config_map", "config_map", "secret"])
  }
}
