variable "name" {
  description = "Name of the database."
  type        = string
}

variable "subnet_ids" {
  description = "Subnets that it may be in."
  type        = list(string)
}

variable "encrypted" {
  description = "Whether its storage is encrypted."
  type        = bool
  default     = true
}

variable "password" {
  description = "Password of the first user."
  type        = string
  sensitive   = true
}

resource "aws_db_subnet_group" "this" {
  name       = var.name
  subnet_ids = var.subnet_ids
}

resource "aws_db_instance" "this" {
  identifier              = var.name
  engine                  = "postgres"
  engine_version          = "17.4"
  instance_class          = "db.t4g.small"
  allocated_storage       = 50
  storage_type            = "gp3"
  storage_encrypted       = var.encrypted
  db_subnet_group_name    = aws_db_subnet_group.this.name
  username                = "shop"
  password                = var.password
  backup_retention_period = 14
  deletion_protection     = true
  skip_final_snapshot     = false

  final_snapshot_identifier = "${var.name}-final"
}

output "endpoint" {
  description = "Host and port."
  value       = aws_db_instance.this.endpoint
}
