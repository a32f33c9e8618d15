import HCLValues

/// Operators of ARM's own, and those that templates can say of values that are only known at deployment.
extension AzureResourceManagerTarget {
  public var operators: [Operator] {
    [
      Operator(
        "enum", arguments: 1...1,
        forward: { value, arguments throws(ConversionLoss) in
          let known = Operator.enumeration("enum")
          guard value.symbolicOrigin != nil, case .object(let entries)? = arguments.first?.form else { return try known.forward(value, arguments) }
          // Each known value is asked for; any other passes.
          return entries.reversed().reduce(value) { otherwise, entry in
            let key: Value = entry.key == "true" || entry.key == "false" ? Value(.bool(entry.key == "true")) : .string(entry.key)
            return .symbolic(
              .conditional(test: .symbolic(.operation("==", [value, key]), type: .bool), then: entry.value.literal ?? Value(.null(.dynamic)), otherwise: otherwise))
          }
        }, backward: Operator.enumeration("enum").backward),
      Operator("not", forward: Self.negate, backward: Self.negate),
      Self.letterCase("upper", "lower"), Self.letterCase("lower", "upper"),
      // IDs of user assigned identities as the keys of an object.
      Operator(
        "identity_keys", forward: { value, _ in .symbolic(.call("identity_keys", [value])) },
        backward: { value, _ in value.attributes.map { Value(.tuple($0.keys.map { .string($0) })) } }),
      // The name of a built-in role as the ID of its definition.
      Operator(
        "role",
        forward: { value, _ throws(ConversionLoss) in
          guard let name = value.stringValue else { throw ConversionLoss("a template names roles by their ID, and the name is only known at deployment") }
          guard let id = BuiltInRoles.identifiers[name] else { throw ConversionLoss("the ID of the role \"\(name)\" is not known, and a template names roles by it") }
          return .symbolic(.call("subscription_role", [.string(id)]), type: .string)
        },
        backward: { value, _ in
          guard case .call("subscription_role", let arguments)? = value.symbolicOrigin, let id = arguments.first?.stringValue else { return nil }
          return BuiltInRoles.identifiers.first { $0.value == id }.map { .string($0.key) }
        }),
      // `application_stack` as the text that Linux sites take, and as the worker of functions.
      Operator("linux_runtime", arguments: 1...1, forward: { value, arguments throws(ConversionLoss) in try SiteRuntime(value).linuxVersion(arguments.first?.text == "functions") }, backward: { _, _ in nil }),
      Operator("worker_runtime", forward: { value, _ throws(ConversionLoss) in try SiteRuntime(value).worker }, backward: { _, _ in nil }),
      Operator("registry_settings", forward: { value, _ throws(ConversionLoss) in try SiteRuntime(value).registrySettings }, backward: { _, _ in nil }),
      // Blocks that each hold a list of blocks: lists in a list.
      Operator(
        "inner_lists", arguments: 1...1,
        forward: { value, arguments throws(ConversionLoss) in
          let name = try Operator.text(arguments, 0, of: "inner_lists")
          guard let elements = value.elements else { throw ConversionLoss("the blocks are only known at deployment") }
          return Value(.tuple(elements.compactMap { $0.attributes?[name] }))
        },
        backward: { value, arguments throws(ConversionLoss) in
          let name = try Operator.text(arguments, 0, of: "inner_lists")
          return Value(.tuple((value.elements ?? []).map { .object([(name, $0)]) }))
        }),
      // A block of lists as an object of lists, under the names that they have in HTTP.
      Operator(
        "headers", forward: { value, _ in Self.changedKeys(value) { $0.replacing("_", with: "-") } },
        backward: { value, _ in Self.changedKeys(value) { $0.replacing("-", with: "_") } }),
      // `GP_Standard_D2s_v3` as the name of a size and its tier.
      Operator(
        "flexible_sku", arguments: 1...1,
        forward: { value, arguments throws(ConversionLoss) in
          guard let text = value.stringValue else { throw ConversionLoss("the template takes tier and size apart, and the value is only known at deployment") }
          let parts = text.split(separator: "_", maxSplits: 1).map(String.init)
          let tiers = ["B": "Burstable", "GP": "GeneralPurpose", "MO": "MemoryOptimized"]
          guard parts.count == 2, let tier = tiers[parts[0]] else { throw ConversionLoss("\"\(text)\" does not begin with a tier") }
          return .string(arguments.first?.text == "tier" ? tier : parts[1])
        }, backward: { _, _ in nil }),
      // The parts of the ID of a key: vault, name or version.
      Operator("key_part", arguments: 1...1, forward: Self.keyPart, backward: { _, _ in nil }),
    ]
  }

  private static let negate: Operator.Function = { value, _ in
    switch value.scalarText {
    case "true": return Value(.bool(false))
    case "false": return Value(.bool(true))
    default:
      if case .operation("!", let operands)? = value.symbolicOrigin, operands.count == 1 { return operands[0] }
      return .symbolic(.operation("!", [value]), type: .bool)
    }
  }

  private static func letterCase(_ name: String, _ inverse: String) -> Operator {
    @Sendable func change(_ value: Value, _ function: String) -> Value {
      guard let text = value.stringValue else { return .symbolic(.call(function, [value]), type: .string) }
      return .string(function == "upper" ? text.uppercased() : text.lowercased())
    }
    return Operator(name, forward: { value, _ in change(value, name) }, backward: { value, _ in change(value, inverse) })
  }

  private static func changedKeys(_ value: Value, _ change: (String) -> String) -> Value? {
    guard let members = value.attributes ?? value.elements?.first?.attributes else { return nil }
    return Value(.object(Attributes(members.pairs.filter { !$0.1.isNull }.map { (change($0.0), $0.1) })))
  }

  private static let keyPart: Operator.Function = { value, arguments throws(ConversionLoss) in
    let part = arguments.first?.text ?? ""
    if let id = value.stringValue {
      let parts = id.split(separator: "/").map(String.init)
      guard parts.count >= 4 else { throw ConversionLoss("\"\(id)\" is not the ID of a key") }
      switch part {
      case "vault": return .string("\(parts[0])//\(parts[1])")
      case "name": return .string(parts[3])
      default: return parts.count > 4 ? .string(parts[4]) : nil
      }
    }
    let pieces = Value.symbolic(.call("split", [.string("/"), value]), type: .list(.string))
    func piece(_ index: String) -> Value { Number(decimal: index).map { .symbolic(.index(pieces, key: Value(.number($0))), type: .string) } ?? value }
    switch part {
    case "vault": return .symbolic(.template([.string("https://"), piece("2")]), type: .string)
    case "name": return piece("4")
    default: return .symbolic(.call("try", [piece("5")]), type: .string)
    }
  }
}

/// `application_stack` of a site. (Azure Functions and App Service, `linuxFxVersion`; azurerm provider, "linux_function_app", "linux_web_app".)
struct SiteRuntime {
  private let stack: Attributes

  init(_ value: Value) throws(ConversionLoss) {
    guard let stack = value.attributes ?? value.elements?.first?.attributes else { throw ConversionLoss("the stack of the application is only known at deployment") }
    self.stack = stack
  }

  private func version(_ name: String) -> Value? {
    guard let value = stack[name], !value.isNull, value.stringValue != "" else { return nil }
    return value
  }

  private func isTrue(_ name: String) -> Bool { stack[name]?.scalarText == "true" }

  private func text(_ prefix: String, _ version: Value) -> Value {
    if let text = version.scalarText { return .string(prefix + "|" + text) }
    return .symbolic(.template([.string(prefix + "|"), version]), type: .string)
  }

  /// The runtime and its version as one text, the container's image for one; nil for a custom handler.
  func linuxVersion(_ isFunction: Bool) throws(ConversionLoss) -> Value? {
    if let image = container { return text("DOCKER", image) }
    if let version = version("dotnet_version") { return text(isTrue("use_dotnet_isolated_runtime") ? "DOTNET-ISOLATED" : isFunction ? "DOTNET" : "DOTNETCORE", version) }
    if let version = version("java_version") {
      let server = stack["java_server"]?.stringValue ?? "JAVA"
      guard !isFunction, server != "JAVA" else { return text("JAVA", version) }
      let serverVersion = self.version("java_server_version") ?? .string("")
      return .symbolic(.template([.string(server + "|"), serverVersion, .string("-java"), version]), type: .string)
    }
    for (name, prefix) in [("python_version", "PYTHON"), ("php_version", "PHP"), ("ruby_version", "RUBY"), ("go_version", "GO"), ("powershell_core_version", "POWERSHELL")] {
      if let version = version(name) { return text(prefix, version) }
    }
    guard let version = version("node_version") else { return nil }
    // Web apps write `18-lts` as it is, functions `18`.
    return text("NODE", version)
  }

  /// The image with its registry.
  private var container: Value? {
    if let docker = stack["docker"]?.elements?.first?.attributes {
      guard let image = docker["image_name"] else { return nil }
      var parts: [Value] = []
      if let registry = docker["registry_url"] { parts += [Self.withoutScheme(registry), .string("/")] }
      parts.append(image)
      if let tag = docker["image_tag"] { parts += [.string(":"), tag] }
      return Self.joined(parts)
    }
    guard let image = version("docker_image_name") else { return nil }
    guard let registry = version("docker_registry_url") else { return image }
    return Self.joined([Self.withoutScheme(registry), .string("/"), image])
  }

  private static func joined(_ parts: [Value]) -> Value {
    let texts = parts.compactMap(\.scalarText)
    return texts.count == parts.count ? .string(texts.joined()) : .symbolic(.template(parts), type: .string)
  }

  private static func withoutScheme(_ url: Value) -> Value {
    func shortened(_ text: String) -> String { text.hasPrefix("https://") ? String(text.dropFirst(8)) : text }
    if let text = url.stringValue { return .string(shortened(text)) }
    if case .template(var parts)? = url.symbolicOrigin, let first = parts.first?.stringValue {
      parts[0] = .string(shortened(first))
      parts.removeAll { $0.stringValue == "" }
      return parts.count == 1 ? parts[0] : .symbolic(.template(parts), type: .string)
    }
    return .symbolic(.call("replace", [url, .string("https://"), .string("")]), type: .string)
  }

  /// `FUNCTIONS_WORKER_RUNTIME`
  var worker: Value? {
    get throws(ConversionLoss) {
      if version("dotnet_version") != nil { return .string(isTrue("use_dotnet_isolated_runtime") ? "dotnet-isolated" : "dotnet") }
      for (name, worker) in [("java_version", "java"), ("python_version", "python"), ("node_version", "node"), ("powershell_core_version", "powershell")] where version(name) != nil {
        return .string(worker)
      }
      return isTrue("use_custom_runtime") ? .string("custom") : nil
    }
  }

  /// The registry of a container as application settings.
  var registrySettings: Value? {
    get throws(ConversionLoss) {
      let source = stack["docker"]?.elements?.first?.attributes
      let names = source == nil ? ["docker_registry_url", "docker_registry_username", "docker_registry_password"] : ["registry_url", "registry_username", "registry_password"]
      let settings = ["DOCKER_REGISTRY_SERVER_URL", "DOCKER_REGISTRY_SERVER_USERNAME", "DOCKER_REGISTRY_SERVER_PASSWORD"]
      let pairs = zip(names, settings).compactMap { name, setting in
        (source ?? stack)[name].flatMap { $0.isNull ? nil : Value.object([("name", .string(setting)), ("value", $0)]) }
      }
      return pairs.isEmpty ? nil : Value(.tuple(pairs))
    }
  }
}
