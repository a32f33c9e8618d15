/// A part of the language that not every version of both dialects has.
struct DialectConstruct: Sendable {
  enum Form: Hashable, Sendable {
    /// A block or argument, by the types of the blocks around it: `resource.lifecycle.enabled`.
    case member(String)
    /// A reference to anything inside of this block or argument.
    case reference(in: String)
    /// A call of a function.
    case function(String)
    /// A name at the start of a reference.
    case root(String)
    /// A module source that starts like this.
    case source(String)
  }

  var form: Form
  /// The version that brought it; nil: there is no such version. Empty: it is not said which.
  var terraform: String?
  var tofu: String?

  /// The only dialect that has it; nil when both have.
  var onlyDialect: Dialect? {
    switch (terraform != nil, tofu != nil) {
    case (true, false): .terraform
    case (false, true): .tofu
    case (true, true), (false, false): nil
    }
  }

  /// As a message names it.
  var description: String {
    switch form {
    case .member(let path): "“\(path.split(separator: ".").last ?? "")”"
    case .reference(let path): "A reference in “\(path.split(separator: ".").last ?? "")”"
    case .function(let name): "The function “\(name)”"
    case .root(let name): "The name “\(name)”"
    case .source(let prefix): "The source “\(prefix)…”"
    }
  }
}

extension DialectConstruct {
  /// All that only one of the dialects has, and what came to both with different versions.
  static let all: [DialectConstruct] =
    [
      // Blocks and arguments.
      .init(form: .member("language"), tofu: "1.12"),
      .init(form: .member("terraform.encryption"), tofu: "1.7"),
      .init(form: .member("terraform.state_store"), terraform: "1.15"),
      .init(form: .member("action"), terraform: "1.14"),
      .init(form: .member("resource.lifecycle.action_trigger"), terraform: "1.14"),
      .init(form: .member("resource.lifecycle.enabled"), tofu: "1.11"),
      .init(form: .member("data.lifecycle.enabled"), tofu: "1.11"),
      .init(form: .member("ephemeral.lifecycle.enabled"), tofu: "1.11"),
      .init(form: .member("module.lifecycle"), tofu: "1.11"),
      .init(form: .member("module.ignore_nested_deprecations"), terraform: "1.15"),
      .init(form: .member("provider.for_each"), tofu: "1.9"),
      .init(form: .member("import.identity"), terraform: "1.12"),
      .init(form: .member("output.type"), terraform: "1.15"),
      // Values where only literals used to stand.
      .init(form: .reference(in: "terraform.backend"), tofu: "1.8"),
      .init(form: .reference(in: "terraform.cloud"), tofu: "1.8"),
      .init(form: .reference(in: "resource.lifecycle.prevent_destroy"), tofu: "1.12"),
      // Names.
      .init(form: .root("tofu"), tofu: ""),
      .init(form: .source("oci:"), tofu: "1.10"),
      .init(form: .function("base64gunzip"), tofu: "1.7"),
      .init(form: .function("cidrcontains"), tofu: "1.7"),
      .init(form: .function("urldecode"), tofu: "1.7"),
      // Test files.
      .init(form: .member("mock_provider.for_each"), tofu: "1.11"),
      .init(form: .member("mock_provider.override_during"), terraform: "1.11"),
      .init(form: .member("test"), terraform: "1.12"),
      .init(form: .member("run.parallel"), terraform: "1.12"),
      .init(form: .member("run.state_key"), terraform: "1.11"),
      .init(form: .member("run.backend"), terraform: "1.13"),
      .init(form: .member("run.skip_cleanup"), terraform: "1.13"),
    ] + assumptions.map { .init(form: .function($0), tofu: "1.13") }

  private static let assumptions =
    ["assumeequal", "assumenotnull", "assumestringprefix"]
    + ["list", "map", "set"].flatMap { kind in ["assume\(kind)length", "assume\(kind)lengthmin", "assume\(kind)lengthmax"] }

  /// Where one of the dialects takes literals only.
  static let literalPlaces: [String] = all.compactMap { construct in
    switch construct.form {
    case .reference(let path): path
    case .member, .function, .root, .source: nil
    }
  }

  /// By form, for looking up.
  static let byForm = Dictionary(all.map { ($0.form, $0) }) { first, _ in first }
}
