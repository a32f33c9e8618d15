import HCLValues
import Schemas
import SourceText
import Testing

/// Schemas that are given as `terraform providers schema -json` prints them.
struct ProviderSchemaDocumentTests {
  private let text = """
    {"format_version": "1.0", "provider_schemas": {"registry.opentofu.org/acme/thing": {
      "provider": {"version": 0, "block": {"attributes": {"token": {"type": "string", "optional": true, "sensitive": true}}}},
      "resource_schemas": {"thing_box": {"version": 1, "block": {"deprecated": true,
        "attributes": {
          "id": {"type": "string", "computed": true},
          "name": {"type": "string", "required": true},
          "size": {"type": "number", "optional": true, "computed": true, "deprecated": true},
          "tags": {"type": ["map", "string"], "optional": true},
          "parts": {"type": ["list", ["object", {"a": "string", "b": ["set", "number"]}]], "optional": true},
          "secret_wo": {"type": "string", "optional": true, "write_only": true},
          "rule": {"nested_type": {"nesting_mode": "list", "attributes": {"port": {"type": "number", "required": true}}}, "optional": true}
        },
        "block_types": {
          "lid": {"nesting_mode": "list", "min_items": 1, "max_items": 2, "block": {"attributes": {"colour": {"type": "string", "optional": true}}}},
          "timeouts": {"nesting_mode": "single", "block": {"attributes": {"create": {"type": "string", "optional": true}}}}
        }}}},
      "data_source_schemas": {"thing_box": {"version": 0, "block": {"attributes": {"name": {"type": "string", "required": true}}}}},
      "ephemeral_resource_schemas": {"thing_key": {"version": 0, "block": {"attributes": {"key": {"type": "string", "computed": true}}}}}
    }}}
    """

  @Test func `all that a schema says is carried over`() throws {
    let (schemas, diagnostics) = ProviderSchemaDocument.read(SourceFile(path: "schema.json", text: text))
    #expect(diagnostics.isEmpty)
    let provider = try #require(schemas.first)
    #expect(provider.source == "acme/thing" && provider.localName == "thing" && provider.isGiven)
    let box = try #require(provider.resource("thing_box"))
    #expect(box.isDeprecated)
    #expect(box.attribute("id")?.mode == .computed)
    #expect(box.attribute("name")?.mode == .required)
    #expect(box.attribute("size")?.mode == .optionalComputed && box.attribute("size")?.isDeprecated == true)
    #expect(box.attribute("tags")?.type == .map(.string))
    let part = ValueType.object(ObjectType([.init(name: "a", type: .string), .init(name: "b", type: .set(.number))]))
    #expect(box.attribute("parts")?.type == .list(part))
    #expect(box.attribute("secret_wo")?.isWriteOnly == true)
    #expect(box.attribute("rule")?.nested?.block.attribute("port")?.mode == .required)
    let lid = try #require(box.nestedBlock("lid"))
    #expect(lid.minItems == 1 && lid.maxItems == 2 && lid.block.attribute("colour") != nil)
    #expect(box.nestedBlock("timeouts")?.isAtMostOne == true)
    #expect(provider.dataSource("thing_box") != nil && provider.ephemeralResource("thing_key") != nil)
    #expect(provider.configuration?.attribute("token")?.isSensitive == true)
  }

  @Test func `given schemas take the place of embedded ones`() {
    let (schemas, _) = ProviderSchemaDocument.read(SourceFile(path: "schema.json", text: text))
    let catalog = SchemaCatalog.standard.replacing(with: schemas)
    #expect(catalog.resource("thing_box") != nil)
    #expect(catalog.provider(source: "registry.terraform.io/acme/thing") != nil)
    #expect(catalog.providerNames.contains("thing") && catalog.resource("aws_instance") != nil)
    let aws = text.replacing("registry.opentofu.org/acme/thing", with: "registry.terraform.io/hashicorp/aws")
    let replaced = SchemaCatalog.standard.replacing(with: ProviderSchemaDocument.read(SourceFile(path: "s.json", text: aws)).schemas)
    #expect(replaced.versions(ofSource: "hashicorp/aws").map(\.isGiven) == [true])
    #expect(replaced.resource("aws_instance") == nil)
  }

  @Test(arguments: ["", "[]", "{}", #"{"provider_schemas": 1}"#, #"{"provider_schemas": {"x/y": 1}}"#, "{\"provider_schemas\": {"])
  func `other documents give nothing, and say so`(_ text: String) {
    let (schemas, diagnostics) = ProviderSchemaDocument.read(SourceFile(path: "schema.json", text: text))
    #expect(schemas.allSatisfy { $0.typeNames(.resource).isEmpty })
    #expect(!schemas.isEmpty || !diagnostics.isEmpty)
  }
}
