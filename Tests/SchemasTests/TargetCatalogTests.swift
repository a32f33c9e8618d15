import Schemas
import Testing

@Test func `a CloudFormation type has properties with modes, types and facts`() throws {
  let bucket = try #require(CloudFormationCatalog.standard.type("AWS::S3::Bucket")).shape
  #expect(bucket.directives.primaryIdentifier == ["BucketName"])
  #expect(bucket.directives.readableAttributes.contains("Arn"))
  #expect(bucket.directives.tagsProperty == "Tags")
  let name = try #require(bucket.member("BucketName"))
  #expect(name.mode == .optional)
  #expect(name.flags.isCreateOnly)
  #expect(bucket.member("Arn")?.mode == .readOnly)
  #expect(bucket.member("Nothing") == nil)
  let key = try #require(bucket.member(path: "Tags.Key"))
  #expect(key.mode == .required)
  #expect(bucket.member(path: "Tags.Nothing") == nil)
  #expect(bucket.member(path: "VersioningConfiguration.Status")?.flags.facts.allows("Enabled") == true)
  #expect(bucket.member(path: "VersioningConfiguration.Status")?.flags.facts.allows("Maybe") == false)
  #expect(CloudFormationCatalog.standard.type("AWS::S3::Bucke") == nil)
}

@Test func `members that exclude each other are rules of their object`() throws {
  let subnet = try #require(CloudFormationCatalog.standard.type("AWS::EC2::Subnet")).shape
  let excluded = subnet.directives.rules.contains { rule in
    if case .excludes("AvailabilityZone", ["AvailabilityZoneId"]) = rule { true } else { false }
  }
  let needed = subnet.directives.rules.contains { rule in
    if case .needs("Ipv4NetmaskLength", ["Ipv4IpamPoolId"]) = rule { true } else { false }
  }
  #expect(excluded)
  #expect(needed)
  let nested = MemberGroup.atLeastOne([.members(["A"]), .exactlyOne([.members(["B"]), .members(["C", "D"])])])
  #expect(nested.isPresent { ["B"].contains($0) })
  #expect(nested.isPresent { ["C", "D"].contains($0) })
  #expect(!nested.isPresent { ["B", "C", "D"].contains($0) })
  #expect(!nested.isPresent { ["C"].contains($0) })
}

@Test func `a Kubernetes kind is found by its API version`() throws {
  let catalog = KubernetesCatalog.standard
  let deployment = try #require(catalog.type(apiVersion: "apps/v1", kind: "Deployment"))
  #expect(deployment.versions == [25...37])
  #expect(!deployment.isGone)
  let containers = try #require(deployment.shape.member(path: "spec.template.spec.containers"))
  #expect(containers.mode == .required)
  #expect(containers.flags.keys == ["name"])
  #expect(containers.flags.mergeKey == "name")
  #expect(deployment.shape.member(path: "spec.template.spec.containers.image")?.type.text == "string")
  #expect(deployment.shape.member(path: "spec.strategy.rollingUpdate.maxSurge")?.type.text == "int-or-string")
  #expect(deployment.shape.member(path: "spec.template.spec.containers.resources.limits")?.type.text == "map(quantity)")
  let old = try #require(catalog.type(apiVersion: "admissionregistration.k8s.io/v1alpha1", kind: "ValidatingAdmissionPolicy"))
  #expect(old.isGone)
  #expect(old.versions == [26...31])
  #expect(catalog.type(apiVersion: "apps/v1", kind: "Deploymen") == nil)
  #expect(catalog.type(apiVersion: "v1", kind: "Deployment") == nil)
  #expect(catalog.apiVersions(ofKind: "Deployment") == ["apps/v1"])
  let options = try #require(catalog.type(apiVersion: "apps/v1", kind: "DeleteOptions"))
  #expect(options.shape.member("gracePeriodSeconds")?.type.text == "integer")
}

@Test func `an ARM type is found whatever the case of its letters`() throws {
  let catalog = ARMCatalog.standard
  let service = try #require(catalog.type("microsoft.apimanagement/SERVICE"))
  #expect(service.name == "Microsoft.ApiManagement/service")
  #expect(service.apiVersion == "2022-08-01")
  #expect(catalog.type(versioned: "Microsoft.ApiManagement/service@2022-08-01") != nil)
  #expect(catalog.type("Microsoft.ApiManagement/service", apiVersion: "1999-01-01") == nil)
  #expect(service.shape.directives.nameSegments == 1)
  #expect(service.shape.directives.scope == "resourceGroup")
  #expect(service.shape.directives.standardMembers.contains("identity"))
  #expect(service.shape.member("name")?.flags.facts.length == CountBounds(minimum: 1, maximum: 50))
  #expect(service.shape.member("name")?.flags.facts.pattern == "^[a-zA-Z](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?$")
  #expect(service.shape.member(path: "identity.type")?.flags.facts.allows("SystemAssigned, UserAssigned") == true)
  #expect(service.shape.member(path: "properties.disableGateway")?.flags.defaultValue == .bool(false))
  #expect(service.shape.memberIgnoringCase("LOCATION")?.name == "location")
  #expect(catalog.type("Microsoft.Nothing/nothing") == nil)
}

@Test func `the variant of an ARM resource is chosen by its name`() throws {
  let settings = try #require(ARMCatalog.standard.type("Microsoft.Web/sites/config")).shape
  let variant = try #require(settings.variant(named: "appsettings"))
  #expect(variant.member("properties") != nil)
  let web = try #require(settings.variant(named: "site/WEB"))
  #expect(web.member("name")?.flags.facts.pattern == "^.*/web$")
  #expect((settings.variant(named: "nobody knows") == nil) as Bool)
}
