variable "region" {
  description = "Where everything is."
  type        = string
  default     = "eu-central-1"
}

variable "environment" {
  description = "Which stage this is."
  type        = string
  default     = "dev"

  validation {
    condition     = contains(["dev", "prod"], var.environment)
    error_message = "The environment is dev or prod."
  }
}

variable "availability_zones" {
  description = "Zones with a subnet each."
  type        = list(string)
  default     = ["eu-central-1a", "eu-central-1b"]
}

variable "allowed_networks" {
  description = "Who may reach the service."
  type        = list(string)
  default     = ["0.0.0.0/0"]
}

variable "artifact_bucket" {
  description = "Where builds are put."
  type        = string
}

variable "release" {
  description = "The build to run."
  type        = string
  default     = "latest"
}

variable "db_password" {
  description = "The password of the database."
  type        = string
  sensitive   = true
}
