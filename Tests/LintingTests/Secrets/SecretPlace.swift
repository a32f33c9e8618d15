import Foundation

/// The positions in a configuration in which secrets are looked for, and how a value is written there.
enum SecretPlace: String, CaseIterable {
  case variableDefault = "variable default"
  case variableFile = "tfvars"
  case environment
  case userData = "user data"
  case policy = "policy text"

  /// The files of a module that holds a value in this place.
  ///
  /// - Parameters:
  ///   - form: which of the ways to write it; any number.
  ///   - index: tells the declarations and files of several values apart.
  func files(_ name: String, _ value: String, form: Int, index: Int) -> [String: String] {
    let file = "case\(index).tf"
    switch self {
    case .variableDefault:
      let body =
        form % 3 == 2 ? "default = { region = \"eu-central-1\", \(name) = \(quoted(value)) }" : "default = \(quoted(value))"
      // Names of variables are unique in a module: each value has one of its own.
      return [file: "variable \"\(form % 3 == 2 ? "settings\(index)" : "\(name)_\(index)")\" {\n  \(body)\n}\n"]
    case .variableFile:
      if form % 3 == 2 { return ["case\(index).auto.tfvars.json": json(["\(name)_\(index)": value])] }
      return ["case\(index).auto.tfvars": "\(name)_\(index) = \(quoted(value))\n"]
    case .environment:
      return [file: environment(name.uppercased().replacingOccurrences(of: "-", with: "_"), value, form % 4, index)]
    case .userData: return [file: userData(name, value, form % 4, index)]
    case .policy: return [file: policy(name, value, form % 3, index)]
    }
  }

  private func environment(_ name: String, _ value: String, _ form: Int, _ index: Int) -> String {
    switch form {
    case 0:
      return """
        resource "aws_lambda_function" "case\(index)" {
          function_name = "case\(index)"
          role          = "arn:aws:iam::123456789012:role/case"
          environment {
            variables = {
              LOG_LEVEL = "info"
              \(name) = \(quoted(value))
            }
          }
        }

        """
    case 1:
      return """
        resource "aws_ecs_task_definition" "case\(index)" {
          family                = "case\(index)"
          container_definitions = jsonencode([{
            name        = "web"
            image       = "web:1"
            environment = [{ name = "LOG_LEVEL", value = "info" }, { name = "\(name)", value = \(quoted(value)) }]
          }])
        }

        """
    case 2:
      return """
        resource "kubernetes_deployment_v1" "case\(index)" {
          metadata {
            name = "case\(index)"
          }
          spec {
            template {
              spec {
                container {
                  name  = "web"
                  image = "web:1"
                  env {
                    name  = "\(name)"
                    value = \(quoted(value))
                  }
                }
              }
            }
          }
        }

        """
    default:
      return """
        resource "azurerm_linux_web_app" "case\(index)" {
          name                = "case\(index)"
          location            = "westeurope"
          resource_group_name = "case"
          service_plan_id     = "plan"
          app_settings = {
            LOG_LEVEL = "info"
            \(name) = \(quoted(value))
          }
          site_config {}
        }

        """
    }
  }

  private func userData(_ name: String, _ value: String, _ form: Int, _ index: Int) -> String {
    let variable = name.uppercased().replacingOccurrences(of: "-", with: "_")
    let script = "#!/bin/sh\nset -eu\nyum install -y nginx\nexport \(variable)='\(value)'\nsystemctl start nginx\n"
    switch form {
    case 0:
      return
        "resource \"aws_instance\" \"case\(index)\" {\n  ami           = \"ami-0123456789abcdef0\"\n  instance_type = \"t3.micro\"\n  user_data     = <<-EOT\n\(heredoc(script))EOT\n}\n"
    case 1:
      return
        "resource \"aws_launch_template\" \"case\(index)\" {\n  user_data = base64encode(<<-EOT\n\(heredoc(script))EOT\n  )\n}\n"
    case 2:
      let text =
        "#cloud-config\nwrite_files:\n  - path: /etc/app.yaml\n    content: |\n      region: eu-central-1\n      \(name): \"\(value)\"\n"
      return
        "resource \"azurerm_linux_virtual_machine\" \"case\(index)\" {\n  name        = \"case\(index)\"\n  custom_data = base64encode(<<-EOT\n\(heredoc(text))EOT\n  )\n}\n"
    default:
      return
        "resource \"google_compute_instance\" \"case\(index)\" {\n  name                    = \"case\(index)\"\n  machine_type            = \"e2-small\"\n  metadata_startup_script = <<-EOT\n\(heredoc(script))EOT\n}\n"
    }
  }

  private func policy(_ name: String, _ value: String, _ form: Int, _ index: Int) -> String {
    switch form {
    case 0:
      return """
        resource "aws_iam_policy" "case\(index)" {
          policy = jsonencode({
            Version = "2012-10-17"
            Statement = [{
              Effect    = "Allow"
              Action    = "s3:GetObject"
              Resource  = "arn:aws:s3:::reports/*"
              Condition = { StringEquals = { "aws:RequestTag/\(name)" = \(quoted(value)) } }
            }]
          })
        }

        """
    case 1:
      return """
        data "aws_iam_policy_document" "case\(index)" {
          statement {
            actions   = ["s3:GetObject"]
            resources = ["arn:aws:s3:::reports/*"]
            condition {
              test     = "StringEquals"
              variable = "aws:RequestTag/\(name)"
              values   = [\(quoted(value))]
            }
          }
        }

        """
    default:
      let member = String(json(["aws:PrincipalTag/\(name)": value]).dropFirst().dropLast())
      let text =
        "{\n  \"Version\": \"2012-10-17\",\n  \"Statement\": [{\n    \"Effect\": \"Allow\",\n    \"Principal\": \"*\",\n    \"Action\": \"s3:GetObject\",\n    \"Condition\": {\"StringEquals\": {\(member)}}\n  }]\n}\n"
      return
        "resource \"aws_s3_bucket_policy\" \"case\(index)\" {\n  bucket = \"reports\"\n  policy = <<-EOT\n\(heredoc(text))EOT\n}\n"
    }
  }

  // MARK: Notation

  private func quoted(_ text: String) -> String {
    var result = text.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\"", with: "\\\"")
      .replacingOccurrences(of: "\n", with: "\\n")
    result = result.replacingOccurrences(of: "${", with: "$${").replacingOccurrences(of: "%{", with: "%%{")
    return "\"\(result)\""
  }

  private func heredoc(_ text: String) -> String {
    text.replacingOccurrences(of: "${", with: "$${").replacingOccurrences(of: "%{", with: "%%{")
  }

  private func json(_ object: [String: String]) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    return (try? encoder.encode(object)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }
}
