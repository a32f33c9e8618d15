#!/usr/bin/env python3
"""Scripts/junit.py SCHEMA REPORT...: each JUnit report against the schema (XSD), by the libxml2 of the system."""
import ctypes
import sys

xml = ctypes.CDLL("libxml2.so.2")
for name in ("xmlSchemaNewParserCtxt", "xmlSchemaParse", "xmlSchemaNewValidCtxt"):
    getattr(xml, name).restype = ctypes.c_void_p
    getattr(xml, name).argtypes = [ctypes.c_char_p if name == "xmlSchemaNewParserCtxt" else ctypes.c_void_p]
xml.xmlSchemaValidateFile.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]

schema = xml.xmlSchemaParse(xml.xmlSchemaNewParserCtxt(sys.argv[1].encode()))
if not schema:
    sys.exit(f"{sys.argv[1]} is not a schema")
invalid = [path for path in sys.argv[2:] if xml.xmlSchemaValidateFile(xml.xmlSchemaNewValidCtxt(schema), path.encode(), 0) != 0]
for path in invalid:
    print(f"{path} is not valid")
print(f"{len(sys.argv) - 2 - len(invalid)} of {len(sys.argv) - 2} reports are valid")
sys.exit(1 if invalid else 0)
