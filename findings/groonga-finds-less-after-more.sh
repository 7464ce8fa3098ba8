#!/bin/sh
# Groonga: a query's hits can grow fewer when a record is added. While no record has the word itself, words that begin with it
# count as hits; the first record that has it takes all the others away, and nothing in the answer tells which of the two
# searches was made. So "model" finds what is said of models until somebody writes of a model. It is the default of
# match_escalation_threshold. One would guess that a record can only be added to what a query finds.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq groonga-bin=13.0.0+dfsg-3~deb12u1 libgroonga0=13.0.0+dfsg-3~deb12u1 libmsgpackc2=4.0.0-3 >/dev/null
for package in ./*.deb; do dpkg -x "$package" .; done
LD_LIBRARY_PATH=$(dirname "$(find "$PWD/usr/lib" -name 'libgroonga.so.0')")
export LD_LIBRARY_PATH
cat >commands <<'END'
table_create Notes TABLE_NO_KEY
column_create Notes text COLUMN_SCALAR ShortText
table_create Words TABLE_PAT_KEY ShortText --default_tokenizer TokenBigram --normalizer NormalizerAuto
column_create Words notes COLUMN_INDEX|WITH_POSITION Notes text
load --table Notes '[{"text":"models of the weather"},{"text":"modelling a car"}]'
select Notes --match_columns text --query model --output_columns text
load --table Notes '[{"text":"a model of the brain"}]'
select Notes --match_columns text --query model --output_columns text
END
usr/bin/groonga --version | head -1 | cut -d' ' -f1-2
usr/bin/groonga -n notes <commands | grep ShortText | sed 's/.*"ShortText"\]\],*//; s/\]*$//' >seen
echo "two records, query model:     $(sed -n 1p seen)]"
echo "a third one that has it:      $(sed -n 2p seen)]"
[ "$(sed -n 1p seen)" = '["models of the weather"],["modelling a car"' ]
[ "$(sed -n 2p seen)" = '["a model of the brain"' ]
