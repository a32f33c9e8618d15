import Foundation
import TestSupport
import Testing

@Test func `version says its name and number`() throws {
  let result = try Program.run(["version"])
  #expect(result.exitCode == 0)
  #expect(result.output == "terrane 0.1.0\n")
}

@Test func `parse prints one object a line, and trees`() throws {
  let folder = try Folder(["a.tf": "a = 1\n", "b.tf": "a = \n"])
  let lines = try folder.run("parse", "a.tf", "b.tf", "missing.tf")
  #expect(lines.exitCode == 2)
  let objects = try lines.output.split(separator: "\n").map { try object(String($0)) }
  #expect(objects.map { $0["ok"] as? Bool } == [true, false])
  #expect(lines.messages.contains("missing.tf"))
  let tree = try folder.run("parse", "--format", "ast", "a.tf")
  #expect(tree.exitCode == 0)
  #expect(tree.output == "attr a 0:5\n  lit 1 4:5\n")
}

@Test func `eval prints values as Terraform does`() throws {
  let folder = try Folder(["main.tf": "locals {\n  names = [\"a\", \"b\"]\n}\n"])
  #expect(try folder.run("eval", "{ a = 1, b = [true, null] }").output == "{\n  \"a\" = 1\n  \"b\" = [\n    true,\n    null,\n  ]\n}\n")
  #expect(try folder.run("eval", "--json", "toset([1])").output == "{\"type\":[\"set\",\"number\"],\"value\":[1]}\n")
  #expect(try folder.run("eval", "--json", "--dir", ".", "length(local.names)").output == "{\"type\":\"number\",\"value\":2}\n")
  #expect(try folder.run("eval", "1 +").exitCode == 1)
  #expect(try folder.run("eval", "nothing.here").exitCode == 1)
}

@Test func `eval answers lines`() throws {
  let input = """
    {"src": "a + 1", "vars": {"a": 2}}
    {"src": "x-${a}", "tmpl": true, "vars": {"a": "y"}}
    {"src": "1 +"}
    no json
    """
  let result = try Program.run(["eval", "-"], input: input)
  let answers = try result.output.split(separator: "\n").map { try object(String($0)) }
  #expect(answers.count == 4)
  #expect((answers[0]["value"] as? [String: String]) == ["$num": "3"])
  #expect(answers[1]["value"] as? String == "x-y")
  #expect(answers.map { $0["errors"] as? Int } == [0, 0, 1, 1])
}

@Test func `inspect prints the graph`() throws {
  let result = try Program.run(["inspect", "--format", "json"], in: ProjectRoot.fixture("projects/shop"))
  let graph = try object(result.output)
  let addresses = (graph["resources"] as? [[String: Any]] ?? []).compactMap { $0["address"] as? String }
  #expect(addresses.contains("aws_subnet.private[1]"))
  #expect(addresses.contains("module.orders.aws_db_instance.this"))
  #expect(!result.output.contains("classified"))
  #expect(Set(graph.keys) == ["resources", "variables", "locals", "outputs", "modules"])
}

@Test func `convert writes a template and a report, and is strict when asked`() throws {
  let folder = try Folder([:])
  let module = ProjectRoot.fixture("projects/shop").path
  let result = try folder.run("convert", module, "--to", "cloudformation", "-o", "out/", "--report", "report.json")
  #expect(result.exitCode == 0)
  let template = try object(try folder.text("out/template.json"))
  #expect((template["Resources"] as? [String: Any])?.isEmpty == false)
  let report = try object(try folder.text("report.json"))
  #expect(Set(report.keys).isSuperset(of: ["target", "resources", "attributes", "losses"]))
  #expect(try folder.run("convert", module, "--to", "cloudformation", "-o", "x.json", "--strict").exitCode == 1)
}

@Test func `rules, explain, schema and completions print something to read`() throws {
  #expect(try Program.run(["rules"]).output.contains("aws-default-vpc"))
  #expect(try Program.run(["rules", "--format", "json"]).output.hasPrefix("["))
  #expect(try Program.run(["explain", "aws-default-vpc"]).output.hasPrefix("# aws-default-vpc"))
  #expect(try Program.run(["schema", "aws_s3_bucket"]).output.contains("bucket"))
  for shell in ["bash", "zsh", "fish"] { #expect(try Program.run(["completions", shell]).output.contains("terrane")) }
}

@Test func `-chdir changes where everything is looked for`() throws {
  let result = try Program.run(["-chdir=\(ProjectRoot.fixture("projects/shop").path)", "lint", "--format", "concise"])
  #expect(result.output.hasPrefix("main.tf:"))
}

@Test func `no colours go into files, and none when NO_COLOR is set`() throws {
  let module = ProjectRoot.fixture("projects/shop")
  #expect(!(try Program.run(["lint"], in: module).output.contains("\u{1B}")))
  #expect(try Program.run(["lint", "--color", "always"], in: module).output.contains("\u{1B}"))
}

@Test func `fmt formats, checks and shows the difference`() throws {
  let folder = try Folder(["a.tf": "a=1\nbb   = 2\n", "deep/b.tf": "x =   1\n", "bad.tfvars": "x = \n"])
  #expect(try folder.run("fmt", "a.tf", "--check", "--diff").exitCode == 1)
  #expect(try folder.text("a.tf") == "a=1\nbb   = 2\n")
  let difference = try folder.run("fmt", "a.tf", "--diff", "-write=false")
  #expect(difference.output.contains("@@ -1,2 +1,2 @@\n-a=1\n-bb   = 2\n+a  = 1\n+bb = 2\n"))
  #expect(try folder.run("fmt", "a.tf").output == "a.tf\n")
  #expect(try folder.text("a.tf") == "a  = 1\nbb = 2\n")
  let all = try folder.run("fmt", "-recursive")
  #expect(all.exitCode == 2)
  #expect(all.output == "deep/b.tf\n")
  #expect(all.messages.contains("bad.tfvars:1"))
  #expect(try Program.run(["fmt", "-"], input: "a=1\n").output == "a = 1\n")
}

@Test func `graph draws a module in each format`() throws {
  let shop = ProjectRoot.fixture("projects/shop")
  let dot = try Program.run(["graph"], in: shop)
  #expect(dot.exitCode == 0)
  #expect(dot.output.contains("\"module.orders.aws_db_instance.this\" -> \"module.orders.aws_db_subnet_group.this\";"))
  #expect(try Program.run(["graph", "--format", "mermaid"], in: shop).output.hasPrefix("flowchart RL\n"))
  let svg = try Program.run(["graph", "--format", "svg"], in: shop).output
  #expect(svg.hasPrefix("<svg ") && svg.hasSuffix("</svg>\n"))
  #expect(try Program.run(["graph", "--include", "variables,outputs"], in: shop).output.contains("\"var."))
  #expect(try Program.run(["graph", "--include", "things"], in: shop).exitCode == 2)
}

@Test func `graph shows a cycle and says so`() throws {
  let folder = try Folder(["main.tf": "resource \"a\" \"b\" {\n  x = a.c.id\n}\nresource \"a\" \"c\" {\n  x = a.b.id\n}\n"])
  let result = try folder.run("graph")
  #expect(result.exitCode == 1)
  #expect(result.output.contains("\"a.b\" -> \"a.c\" [color = \"red\"];"))
  #expect(result.messages.contains("depends on itself"))
}

@Test func `a plan is inspected, linted and converted at the lines of its configuration`() throws {
  let warehouse = ProjectRoot.fixture("projects/warehouse")
  let lint = try Program.run(["lint", "--format", "concise", "plan.json"], in: warehouse)
  #expect(lint.exitCode == 1)
  #expect(lint.output.contains("main.tf:64:3: critical[aws-db-publicly-accessible]"))
  #expect(lint.output.contains("1 silenced by comments"))
  #expect(!lint.output.contains("plan.json"))
  let graph = try object(try Program.run(["inspect", "--format", "json", "plan.json"], in: warehouse).output)
  let resources = graph["resources"] as? [[String: Any]] ?? []
  #expect(resources.count == 10)
  #expect(resources.allSatisfy { ($0["location"] as? [String: Any])?["path"] as? String != "plan.json" })
  let template = try Program.run(["convert", "--from", "plan", "--to", "cloudformation", "plan.json"], in: warehouse)
  #expect(template.exitCode == 0)
  #expect(template.output.contains("\"Ref\": \"Password\""))
  #expect(!template.output.contains("a-very-long-word"))
}

@Test func `a plan without its configuration stands for itself, and --root names the configuration`() throws {
  let plan = try String(contentsOf: ProjectRoot.fixture("projects/warehouse/plan.json"), encoding: .utf8)
  let folder = try Folder(["plan.json": plan, "state.json": "{\"version\":4,\"serial\":1,\"lineage\":\"x\"}"])
  let alone = try folder.run("lint", "--format", "concise", "plan.json")
  #expect(alone.exitCode == 1)
  #expect(alone.output.contains("plan.json:58:13: critical[aws-db-publicly-accessible]"))
  let root = ProjectRoot.fixture("projects/warehouse").path
  let rooted = try folder.run("lint", "--format", "concise", "--root", root, "plan.json")
  #expect(rooted.output.contains("main.tf:64:3: critical[aws-db-publicly-accessible]"))
  #expect(!rooted.output.contains("plan.json"))
  for command in ["lint", "inspect"] {
    let state = try folder.run(command, "state.json")
    #expect(state.exitCode == 2)
    #expect((state.output + state.messages).contains("The file holds no plan"))
  }
  #expect(try folder.run("convert", "--to", "arm", "--from", "plan", "missing.json").exitCode == 2)
}
