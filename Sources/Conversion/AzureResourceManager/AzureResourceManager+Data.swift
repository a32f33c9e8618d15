import Documents
import HCLValues
import TerraformModel

/// Data sources: what a template knows of its deployment, IDs of what exists in the group, and parameters for what is looked up.
extension AzureResourceManagerTarget {
  func data(_ address: ResourceAddress, _ path: AttributePath, in converter: inout Converter<Self>) throws(ConversionLoss) -> Document {
    guard case .attribute(let attribute)? = path.steps.first else { throw ConversionLoss("\(address) as a whole") }
    let instance = converter.graph.resource(at: address)
    if instance == nil, converter.graph.instances(of: address).isEmpty { throw ConversionLoss("\(address) is not declared") }
    switch (address.type, attribute) {
    case ("azurerm_client_config", "tenant_id"), ("azurerm_subscription", "tenant_id"): return TemplateExpression.expression("subscription().tenantId")
    case ("azurerm_client_config", "subscription_id"), ("azurerm_subscription", "subscription_id"):
      return TemplateExpression.expression("subscription().subscriptionId")
    case ("azurerm_subscription", "id"): return TemplateExpression.expression("subscription().id")
    case ("azurerm_subscription", "display_name"): return TemplateExpression.expression("subscription().displayName")
    case (Self.groupType, "id"), (Self.groupType, "name"), (Self.groupType, "location"):
      // Without a group of its own the configuration is deployed to the one that it looks up.
      if converter.state.group == nil { return TemplateExpression.expression("resourceGroup().\(attribute)") }
    default: break
    }
    // What a data source is asked for it also tells.
    if path.steps.count == 1, let value = instance?.values[attribute], !value.isNull { return try converter.expression(value, to: .text) }
    let steps = path.steps.map { step in
      switch step {
      case .attribute(let name): name
      case .index(let index): String(index)
      case .splat: "all"
      }
    }
    let isSecret = ["key", "password", "secret", "connection_string", "value"].contains { attribute.hasSuffix($0) }
    return addParameter(
      "\(address.name) \(steps.joined(separator: " "))",
      ["type": isSecret ? "securestring" : "string", "metadata": ["description": .string("What \(address)\(path) finds")]], in: &converter)
  }
}
