#!/bin/sh
# SPDX-License-Identifier: MIT
# Makes the certificates of the tests anew (only needed should they ever run out, or to add a kind). The test CA is trusted by nobody but the
# tests; its key is thrown away at the end.
#   good: localhost and 127.0.0.1, to 2099   expired: to 2020-02-01   notyet: from 2090   wronghost: wrong.example   selfsigned: no CA at all   unknownca: a second CA, trusted by nobody
set -eu
cd "$(dirname "$0")"
rm -f ./*.pem ./*.key
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# certificate NAME EXTENSIONS NOT-BEFORE NOT-AFTER ISSUER: "openssl ca" is the one tool of OpenSSL 3.0 that takes a first day
certificate() {
    openssl ecparam -genkey -name prime256v1 -noout -out "$1.key"
    openssl req -new -key "$1.key" -out "$work/$1.csr" -subj "/CN=Textback test $1"
    : > "$work/db"; rm -f "$work/db.attr"
    printf '[ca]\ndefault_ca=d\n[d]\ndatabase=%s\nserial=%s.serial\nnew_certs_dir=%s\ndefault_md=sha256\npolicy=p\nunique_subject=no\n[p]\ncommonName=supplied\n' \
        "$work/db" "$work/db" "$work" > "$work/ca.cnf"
    printf '%b\n' "$2" > "$work/ext.cnf"
    if [ "$1" = "$5" ]; then issuer="-selfsign"; else issuer="-cert $5.pem"; fi
    # shellcheck disable=SC2086
    openssl ca -batch -config "$work/ca.cnf" $issuer -keyfile "$5.key" -in "$work/$1.csr" -out "$1.pem" -extfile "$work/ext.cnf" \
        -startdate "$3" -enddate "$4" -notext -rand_serial 2> "$work/log" || { cat "$work/log"; exit 1; }
}
leaf='basicConstraints=critical,CA:FALSE\nsubjectAltName='
here="${leaf}DNS:localhost,IP:127.0.0.1"
certificate ca 'basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign\nsubjectKeyIdentifier=hash' 20200101000000Z 20991231000000Z ca
certificate good "$here" 20200101000000Z 20991231000000Z ca
certificate expired "$here" 20200101000000Z 20200201000000Z ca
certificate notyet "$here" 20900101000000Z 20991231000000Z ca
certificate wronghost "${leaf}DNS:wrong.example" 20200101000000Z 20991231000000Z ca
certificate selfsigned "$here" 20200101000000Z 20991231000000Z selfsigned
certificate otherca 'basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign\nsubjectKeyIdentifier=hash' 20200101000000Z 20991231000000Z otherca
certificate unknownca "$here" 20200101000000Z 20991231000000Z otherca
rm -f ca.key otherca.key otherca.pem
