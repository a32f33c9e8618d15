#!/usr/bin/env python3
"""Writes the schema texts of Sources/Schemas/Data anew from their public sources.

usage: regenerate.py [--check] [--arm SCHEMAS] [NAME...]

packages.txt says which packages of PyPI, in which versions, each text is made of; they are downloaded into .build/schema-packages. A NAME is a file
below the data folder (`Providers/aws.txt`) or a folder of it; all of them when none is given. `--check` writes nothing: it fails when a text is
not what its packages give. The schemas of Azure Resource Manager are in no package: SCHEMAS is the folder `schemas` of a clone of
github.com/Azure/azure-resource-manager-schemas.
"""
import argparse
import pathlib
import subprocess
import sys

import arm
import cloudformation
import difference
import facts
import kubernetes
import provider
import statements
import wheel

FOLDER = pathlib.Path(__file__).resolve().parent
ROOT = FOLDER.parent.parent
DATA = ROOT / "Sources/Schemas/Data"
DOWNLOADS = ROOT / ".build/schema-packages"
ARM = "Targets/arm.txt"


def pinned():
    """The packages of each text, as pairs of a name and a version."""
    found = {}
    for line in (FOLDER / "packages.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            file, *packages = line.split()
            found[file] = [tuple(package.split("==")) for package in packages]
    return found


def package(name, version):
    """The path of a package, which is downloaded when it is not there."""
    pattern = f"{name.replace('-', '_')}-{version}-*.whl"
    if not list(DOWNLOADS.glob(pattern)):
        DOWNLOADS.mkdir(parents=True, exist_ok=True)
        subprocess.run(
            [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(DOWNLOADS), f"{name}=={version}"], check=True)
    return next(DOWNLOADS.glob(pattern))


def provider_text(packages):
    source, version, schema = wheel.read(package(*packages[0]))
    for name, package_version in packages[1:]:
        statements.add(package(name, package_version), schema)
    return provider.provider_text(schema, source, version)


def text(file, packages, arm_schemas):
    """What the sources of a text give."""
    path = DATA / file
    if file == ARM:
        return arm.text(arm_schemas, path.read_text(encoding="utf-8"))
    if file.endswith(".facts.txt"):
        provider_path = path.with_name(path.name.replace(".facts", ""))
        paths = [str(package(*pinned)) for pinned in packages]
        return facts.text(path.read_text(encoding="utf-8"), provider_path.read_text(encoding="utf-8"), *paths)
    name, version = packages[0]
    if name == "cfn-lint":
        return cloudformation.text(package(name, version), version)
    if name == "kubernetes-validate":
        return kubernetes.text(package(name, version), version)
    if file.startswith("PreviousProviders/"):
        newest = DATA / "Providers" / f"{path.stem.rsplit('-', 1)[0]}.txt"
        return difference.difference_text(newest.read_text(encoding="utf-8"), provider_text(packages))
    return provider_text(packages)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--arm", metavar="SCHEMAS")
    parser.add_argument("names", nargs="*", metavar="NAME")
    options = parser.parse_args()
    sources = pinned()
    if options.arm:
        sources[ARM] = []
    chosen = [file for file in sources if not options.names or any(file == name or file.startswith(f"{name}/") for name in options.names)]
    if not chosen:
        parser.error("no text has this name")
    differing = 0
    # Earlier versions and facts are made of the newest text as well, which therefore comes first.
    for file in sorted(chosen, key=lambda file: (file.startswith("PreviousProviders/") or file.endswith(".facts.txt"), file)):
        path = DATA / file
        found = text(file, sources[file], options.arm)
        is_equal = path.exists() and path.read_text(encoding="utf-8") == found
        if not is_equal:
            differing += 1
            if not options.check:
                path.write_text(found, encoding="utf-8")
        print(f"{file}: {'equal' if is_equal else 'differs' if options.check else 'written'}", flush=True)
    print(f"{len(chosen) - differing} of {len(chosen)} texts are what their sources give")
    sys.exit(1 if options.check and differing else 0)


if __name__ == "__main__":
    main()
