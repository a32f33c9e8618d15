"""The statements of WAF rules, which CDKTF gave up on because they contain each other: read from the package that Pulumi generated.

A class for each block, with an argument for each member; a block's class is named after the block around it.
"""
import ast
import re
import zipfile

from cloudformation_facts import snake_case

MODULE = "pulumi_aws/wafv2/_inputs.py"
# Where the statements begin: the type, the blocks around them, and the class.
PLACES = (
    ("aws_wafv2_web_acl", ("rule", "statement"), "WebAclRuleStatement"), ("aws_wafv2_rule_group", ("rule", "statement"), "RuleGroupRuleStatement"))
SCALARS = {"str": "string", "int": "number", "float": "number", "bool": "bool"}


class Classes:
    """shapes: the blocks that contain themselves, by the names of their classes."""

    def __init__(self, source):
        self.arguments = {}
        for statement in ast.parse(source).body:
            if isinstance(statement, ast.ClassDef) and statement.name.endswith("Args"):
                self.arguments[statement.name[:-4]] = list(self.read(statement))
        self.shapes = {}

    @staticmethod
    def read(statement):
        """The name of each argument, its type as source, and whether it may be left out."""
        constructor = next(part for part in statement.body if isinstance(part, ast.FunctionDef) and part.name == "__init__")
        for argument, default in zip(constructor.args.kwonlyargs, constructor.args.kw_defaults):
            yield argument.arg, ast.unparse(argument.annotation), default is not None

    def block(self, name, around=()):
        """The schema of a class. One that stands around it becomes a shape."""
        if name in around:
            self.shapes.setdefault(name, None)
            return {"shape": name}
        block = {"attributes": {}, "block_types": {}}
        for argument, kind, is_optional in self.arguments[name]:
            inner = re.search(r"'(\w+)Args'", kind)
            is_list = "Sequence[" in kind
            if inner:
                # Lists are named in the plural; their class is named after the block.
                nested = snake_case(inner[1].removeprefix(name)) if is_list and inner[1].startswith(name) else argument
                if is_list and nested == argument:
                    nested = argument.removesuffix("s")
                block["block_types"][nested] = {
                    "nesting_mode": "list", "min_items": 0 if is_optional else 1, "max_items": 0 if is_list else 1,
                    "block": self.block(inner[1], around + (name,))}
                continue
            if argument.endswith("_lists"):
                argument = argument.removesuffix("s")
            scalar = SCALARS[re.search(r"_builtins\.(\w+)", kind)[1]]
            block["attributes"][argument] = {
                "type": ["list", scalar] if is_list else scalar, "optional": is_optional, "required": not is_optional}
        return block


def add(path, schema):
    """Puts the statements into the schema of the AWS provider where it has blocks of any content."""
    with zipfile.ZipFile(path) as wheel:
        classes = Classes(wheel.read(MODULE).decode())
    for type_, blocks, name in PLACES:
        block = schema["resource_schemas"][type_]["block"]
        for outer in blocks[:-1]:
            block = block["block_types"][outer]["block"]
        nested = block["block_types"][blocks[-1]]
        if nested.pop("opaque", False):
            nested["block"] = classes.block(name)
            if name in classes.shapes:
                classes.shapes[name], nested["block"] = nested["block"], {"shape": name}
    for name in classes.shapes:
        classes.shapes[name] = classes.shapes[name] or classes.block(name)
    schema["shapes"] = classes.shapes
