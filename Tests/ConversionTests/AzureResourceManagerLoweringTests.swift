import Documents
import HCLValues
import TerraformModel
import Testing

@testable import Conversion

@Suite struct AzureResourceManagerLoweringTests {
  private static let declarations = """
    variable "text"   { type = string }
    variable "other"  { default = "b" }
    variable "number" { type = number }
    variable "flag"   { type = bool }
    variable "list"   { type = list(string) }
    variable "map"    { type = map(string) }
    variable "unset" {
      type    = string
      default = null
    }
    variable "secret" {
      type      = string
      sensitive = true
      default   = "do not show"
    }
    variable "people" { type = list(object({ name = string, age = number })) }
    resource "azurerm_resource_group" "main" {
      name     = "rg"
      location = "westeurope"
    }
    resource "azurerm_storage_account" "main" {
      name                     = "files${var.text}"
      resource_group_name      = azurerm_resource_group.main.name
      location                 = azurerm_resource_group.main.location
      account_tier             = "Standard"
      account_replication_type = "LRS"
    }

    """

  /// An expression of Terraform and what the template writes for it.
  static let cases: [(String, Document)] = [
    ("var.text", "[parameters('text')]"),
    ("\"[x]\"", "[[x]"),
    ("\"a-${var.text}-{}\"", "[format('a-{0}-{{}}', parameters('text'))]"),
    ("\"it's ${var.text}\"", "[format('it''s {0}', parameters('text'))]"),
    ("lower(var.text)", "[toLower(parameters('text'))]"),
    ("upper(trimspace(var.text))", "[toUpper(trim(parameters('text')))]"),
    ("replace(var.text, \"a\", \"b\")", "[replace(parameters('text'), 'a', 'b')]"),
    ("length(var.list)", "[length(parameters('list'))]"),
    ("join(\",\", var.list)", "[join(parameters('list'), ',')]"),
    ("split(\",\", var.text)", "[split(parameters('text'), ',')]"),
    ("concat(var.list, [\"x\"])", "[concat(parameters('list'), createArray('x'))]"),
    ("merge(var.map, { a = var.text })", "[union(parameters('map'), createObject('a', parameters('text')))]"),
    ("contains(var.list, var.text)", "[contains(parameters('list'), parameters('text'))]"),
    ("var.flag ? \"yes\" : var.text", "[if(parameters('flag'), 'yes', parameters('text'))]"),
    ("!var.flag && var.number > 3", "[and(not(parameters('flag')), greater(parameters('number'), 3))]"),
    ("var.text == \"x\" || var.text != var.other", "[or(equals(parameters('text'), 'x'), not(equals(parameters('text'), parameters('other'))))]"),
    ("var.unset == null", "[empty(parameters('unset'))]"),
    ("var.number * 2 + 1", "[add(mul(parameters('number'), 2), 1)]"),
    ("var.list[1]", "[parameters('list')[1]]"),
    ("var.map[\"a-b\"]", "[parameters('map')['a-b']]"),
    ("lookup(var.map, var.text, \"none\")", "[if(contains(parameters('map'), parameters('text')), parameters('map')[parameters('text')], 'none')]"),
    ("coalesce(var.unset, var.other)", "[if(empty(parameters('unset')), parameters('other'), parameters('unset'))]"),
    ("var.people[*].name", "[map(parameters('people'), lambda('element', lambdaVariables('element').name))]"),
    ("format(\"%s-%03d\", var.text, var.number)", "[format('{0}-{1}', parameters('text'), padLeft(string(parameters('number')), 3, '0'))]"),
    ("base64encode(var.text)", "[base64(parameters('text'))]"),
    ("jsonencode({ a = var.text })", "[string(createObject('a', parameters('text')))]"),
    ("cidrsubnet(var.text, 8, 2)", "[cidrSubnet(parameters('text'), add(int(last(split(parameters('text'), '/'))), 8), 2)]"),
    ("azurerm_resource_group.main.location", "[resourceGroup().location]"),
    ("azurerm_storage_account.main.id", "[resourceId('Microsoft.Storage/storageAccounts', format('files{0}', parameters('text')))]"),
    (
      "azurerm_storage_account.main.primary_blob_endpoint",
      "[reference(resourceId('Microsoft.Storage/storageAccounts', format('files{0}', parameters('text'))), '2025-08-01').primaryEndpoints.blob]"
    ),
  ]

  @Test(arguments: cases.indices)
  func `an expression becomes a template expression`(index: Int) {
    let (source, expected) = Self.cases[index]
    let project = AzureResourceManagerProject(Self.declarations + "output \"result\" { value = \(source) }\n")
    #expect(project.template["outputs"]?["result"]?["value"] == expected, "\(source): \(project.report)")
  }

  @Test(arguments: ["[for one in var.list : upper(one)]", "replace(var.text, \"/[a-z]+/\", \"x\")", "terraform.workspace", "formatdate(\"YYYY\", var.text)"])
  func `what templates cannot say is a loss with its text`(source: String) {
    let project = AzureResourceManagerProject(Self.declarations + "output \"result\" { value = \(source) }\n")
    #expect(project.template["outputs"]?["result"] == nil)
    #expect(project.result.report.losses.contains { $0.address == "output.result" }, "\(project.report)")
  }

  @Test func `a sensitive variable is a secure parameter without its default`() {
    let project = AzureResourceManagerProject(
      Self.declarations + """
        resource "azurerm_container_group" "main" {
          name                = "group"
          resource_group_name = azurerm_resource_group.main.name
          location            = azurerm_resource_group.main.location
          os_type             = "Linux"
          ip_address_type     = "None"
          container {
            name   = "main"
            image  = "image"
            cpu    = 1
            memory = 1
            secure_environment_variables = { SECRET = var.secret }
          }
        }
        output "secret" {
          value     = var.secret
          sensitive = true
        }
        """)
    #expect(project.template["parameters"]?["secret"] == .members([("type", "securestring")]))
    #expect(!project.result.json.contains("do not show"))
    #expect(project.template["outputs"]?["secret"] == nil)
  }

  @Test func `a resource under a condition has it, and references to its state ask for it`() {
    let project = AzureResourceManagerProject(
      Self.declarations + """
        resource "azurerm_container_registry" "main" {
          count               = var.flag ? 1 : 0
          name                = "registry"
          resource_group_name = azurerm_resource_group.main.name
          location            = azurerm_resource_group.main.location
          sku                 = "Basic"
        }
        output "server" { value = one(azurerm_container_registry.main[*].login_server) }
        """)
    let registry = project.resources.first { $0["type"] == "Microsoft.ContainerRegistry/registries" }
    #expect(registry?["condition"] == "[parameters('flag')]")
    #expect(
      project.template["outputs"]?["server"]?["value"]
        == "[if(parameters('flag'), reference(resourceId('Microsoft.ContainerRegistry/registries', 'registry'), '2025-11-01').loginServer, '')]")
  }

  @Test func `settings that are only known at deployment stand beside those that the provider adds`() {
    let project = AzureResourceManagerProject(
      Self.declarations + """
        resource "azurerm_linux_function_app" "main" {
          name                        = "app"
          resource_group_name         = azurerm_resource_group.main.name
          location                    = azurerm_resource_group.main.location
          service_plan_id             = var.text
          functions_extension_version = "~4"
          app_settings                = var.map
          site_config {}
        }
        """)
    let site = project.resources.first { $0["type"] == "Microsoft.Web/sites" }
    #expect(
      site?["properties"]?["siteConfig"]?["appSettings"]
        == """
        [concat(map(items(parameters('map')), lambda('item', createObject('name', lambdaVariables('item').key, 'value', lambdaVariables('item').value))), \
        createArray(createObject('name', 'FUNCTIONS_EXTENSION_VERSION', 'value', '~4')))]
        """, "\(project.report)")
  }

  @Test func `a name that is only known at deployment is a parameter, and the report says so`() {
    let project = AzureResourceManagerProject(
      Self.declarations + """
        resource "azurerm_user_assigned_identity" "main" {
          name                = azurerm_storage_account.main.primary_location
          resource_group_name = azurerm_resource_group.main.name
          location            = azurerm_resource_group.main.location
        }
        """)
    let identity = project.resources.first { $0["type"] == "Microsoft.ManagedIdentity/userAssignedIdentities" }
    #expect(identity?["name"] == "[parameters('mainUserAssignedIdentitiesName')]")
    #expect(project.result.report.losses.contains { $0.address == "azurerm_user_assigned_identity.main" && $0.path == ".name" }, "\(project.report)")
  }

  @Test func `a further resource group is a loss, as are the resources in it`() {
    let project = AzureResourceManagerProject(
      Self.declarations + """
        resource "azurerm_resource_group" "second" {
          name     = "rg2"
          location = "northeurope"
        }
        resource "azurerm_user_assigned_identity" "far" {
          name                = "far"
          resource_group_name = azurerm_resource_group.second.name
          location            = azurerm_resource_group.second.location
        }
        """)
    #expect(project.result.report.losses.map(\.address).sorted() == ["azurerm_resource_group.second", "azurerm_user_assigned_identity.far"])
    #expect(project.resources.last?["location"] == "northeurope")
  }
}
