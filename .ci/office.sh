#!/usr/bin/env bash
# Installs what the tests of Word files look with: LibreOffice, poppler and four Chinese faces (Fandol).
# Safe to run again. Needs root and apt-get; without them it says so, and those tests skip themselves.
set -euo pipefail

fonts=/usr/local/share/fonts/fandol

say() { printf 'office: %s\n' "$1" >&2; }

if command -v soffice >/dev/null && command -v pdftotext >/dev/null && command -v fc-cache >/dev/null &&
    [ -e "$fonts/FandolFang-Regular.otf" ]; then
    say 'already installed'
    exit 0
fi
if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    say 'not installed: needs root and apt-get; tests that open Word files will be skipped'
    exit 0
fi

export DEBIAN_FRONTEND=noninteractive
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

install_programs() {
    apt-get update -qq &&
        apt-get install -y -qq --no-install-recommends \
            libreoffice-writer-nogui libreoffice-calc-nogui poppler-utils fontconfig fonts-liberation >/dev/null
}

# The faces come in a package of TeX files; only the fonts are wanted, not TeX.
install_fonts() {
    (cd "$work" && apt-get download -qq texlive-lang-chinese) &&
        dpkg-deb --fsys-tarfile "$work"/texlive-lang-chinese_*.deb |
        tar -x -C "$work" --wildcards '*/public/fandol/Fandol*.otf' &&
        install -d "$fonts" &&
        find "$work" -name 'Fandol*.otf' ! -name '*Braille*' -exec install -m 644 -t "$fonts" {} + &&
        fc-cache -f "$fonts"
}

if install_programs && install_fonts; then
    say 'installed'
else
    say 'not installed: see above; tests that open Word files will be skipped'
fi
