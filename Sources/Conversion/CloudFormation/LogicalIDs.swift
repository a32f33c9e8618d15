import HCLValues
import TerraformModel

/// Names of resources in a template: letters and digits, unique, the same for the same address.
enum LogicalIDs {
  /// `aws_subnet.public[0]` is `PublicSubnet0`: the path of modules, the name, the noun of the target's type, key and part.
  static func make(for resources: [PlannedResource]) -> [String] {
    var used: Set<String> = []
    return resources.map { resource in
      let base = String(name(of: resource).prefix(240))
      var name = base
      var number = 2
      while !used.insert(name).inserted {
        name = "\(base)N\(number)"
        number += 1
      }
      return name
    }
  }

  private static func name(of resource: PlannedResource) -> String {
    let address = resource.instance.address
    var words = address.module.steps.map { $0.name + " " + text($0.key) }
    words.append(address.name)
    var name = NameConvention.pascalCase(words.joined(separator: " "))
    let type = resource.parent == nil ? resource.mapping.type : ""
    let noun = NameConvention.pascalCase(type.split(separator: ":").last.map(String.init) ?? "")
    if !name.lowercased().hasSuffix(noun.lowercased()) { name += noun }
    if resource.parent != nil { name += mainNoun(of: resource) }
    name += NameConvention.pascalCase(text(address.key)) + NameConvention.pascalCase(resource.suffix)
    // A logical ID does not begin with a digit.
    return name.first.map { $0.isNumber } ?? true ? "Resource" + name : name
  }

  /// The noun of the resource that a part belongs to: that of its Terraform type.
  private static func mainNoun(of resource: PlannedResource) -> String {
    NameConvention.pascalCase(resource.instance.type.split(separator: "_").dropFirst().joined(separator: " "))
  }

  private static func text(_ key: InstanceKey) -> String {
    switch key {
    case .none, .symbolic: ""
    case .int(let index): String(index)
    case .string(let text): text
    }
  }
}
