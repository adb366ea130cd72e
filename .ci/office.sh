#!/usr/bin/env bash
# Installs what the tests of documents look with: LibreOffice, poppler, four Chinese faces (Fandol) and
# Chromium without its windows. Safe to run again. Needs root and apt-get; without them it says so, and
# those tests skip themselves.
set -euo pipefail

fonts=/usr/local/share/fonts/fandol

say() { printf 'office: %s\n' "$1" >&2; }

office_is_here() {
    command -v soffice >/dev/null && command -v pdftotext >/dev/null && command -v fc-cache >/dev/null &&
        [ -e "$fonts/FandolFang-Regular.otf" ]
}

browser_is_here() {
    command -v chromium-headless-shell >/dev/null || command -v chromium >/dev/null ||
        command -v google-chrome >/dev/null
}

if office_is_here && browser_is_here; then
    say 'already installed'
    exit 0
fi
if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    say 'not installed: needs root and apt-get; tests that open documents will be skipped'
    exit 0
fi

export DEBIAN_FRONTEND=noninteractive
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

packages() { apt-get install -y -qq --no-install-recommends "$@" >/dev/null; }

# The faces come in a package of TeX files; only the fonts are wanted, not TeX.
install_fonts() {
    (cd "$work" && apt-get download -qq texlive-lang-chinese) &&
        dpkg-deb --fsys-tarfile "$work"/texlive-lang-chinese_*.deb |
        tar -x -C "$work" --wildcards '*/public/fandol/Fandol*.otf' &&
        install -d "$fonts" &&
        find "$work" -name 'Fandol*.otf' ! -name '*Braille*' -exec install -m 644 -t "$fonts" {} + &&
        fc-cache -f "$fonts"
}

apt-get update -qq || true
if office_is_here ||
    { packages libreoffice-writer-nogui libreoffice-calc-nogui poppler-utils fontconfig fonts-liberation &&
        install_fonts; }; then
    say 'LibreOffice and the fonts are installed'
else
    say 'not installed: see above; tests that open Word files will be skipped'
fi
# 64 MB; Debian has it, Ubuntu has not.
if browser_is_here || packages chromium-headless-shell; then
    say 'Chromium is installed'
else
    say 'no Chromium: see above; tests in a browser will be skipped'
fi
