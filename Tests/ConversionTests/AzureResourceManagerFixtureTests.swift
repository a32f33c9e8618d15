import Diagnostics
import Documents
import Foundation
import TestSupport
import Testing

@testable import Conversion

@Suite struct AzureResourceManagerFixtureTests {
  @Test(arguments: ["azure-functions", "azure-container-instances", "azure-cosmosdb"])
  func `the template of a project is its golden file`(name: String) throws {
    let folder = ProjectRoot.fixture("convert/\(name)")
    let project = try AzureResourceManagerProject(folder)
    for (text, file) in [(project.result.json, "expected.json"), (project.report, "report.txt")] {
      if let difference = differenceFromGolden(text, folder.appendingPathComponent(file)) { Issue.record("\(name): \(difference)") }
    }
  }

  @Test func `the project with function apps gives its resources, and loses only the secret output`() throws {
    let project = try AzureResourceManagerProject(ProjectRoot.fixture("convert/azure-functions"))
    #expect(
      project.types == [
        "Microsoft.Storage/storageAccounts": 1, "Microsoft.Storage/storageAccounts/blobServices": 1, "Microsoft.Web/serverfarms": 1, "Microsoft.Web/sites": 2,
        "Microsoft.Web/sites/config": 1,
      ])
    #expect(project.result.report.losses.map(\.address) == ["output.storage_key"])
  }

  @Test func `the project with container groups gives its resources and loses nothing`() throws {
    let project = try AzureResourceManagerProject(ProjectRoot.fixture("convert/azure-container-instances"))
    #expect(
      project.types == [
        "Microsoft.ContainerInstance/containerGroups": 2, "Microsoft.ManagedIdentity/userAssignedIdentities": 1, "Microsoft.Storage/storageAccounts": 1,
      ])
    #expect(project.result.report.losses.map(\.reason) == [])
  }

  @Test func `the project with Cosmos DB gives its resources and loses nothing`() throws {
    let project = try AzureResourceManagerProject(ProjectRoot.fixture("convert/azure-cosmosdb"))
    #expect(
      project.types == [
        "Microsoft.DocumentDB/databaseAccounts": 1, "Microsoft.DocumentDB/databaseAccounts/sqlDatabases": 1,
        "Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers": 2,
      ])
    #expect(project.result.report.losses.map(\.reason) == [])
  }
}
