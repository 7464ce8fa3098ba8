#!/bin/sh
# csvkit guesses types by the column, and more of them than numbers and dates: in a quiz where every answer is Yes or No
# (or T and F, or 1 and 0) the answers become true and false, where they are None and N/A there is no answer left, 5% and $5
# both become 5.0, and "5 minutes" becomes a duration. csvsort, which is asked for an order alone, rewrites the cells as well.
# One other answer in the column, and all stay as they were. One would guess numbers and dates at most, and that sorting leaves
# cells alone; -I, which nothing suggests to somebody whose table has no numbers, switches all of it off.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq csvkit=1.0.7-1 python3-csvkit=1.0.7-1 python3-agate=1.6.3-2 python3-babel=2.10.3-1 \
  python-babel-localedata=2.10.3-1 python3-isodate=0.6.1-1 python3-leather=0.3.4-2 python3-parsedatetime=2.6-3 \
  python3-pytimeparse=1.1.5-3 python3-slugify=4.0.0-2 python3-text-unidecode=1.3-1 python3-six=1.16.0-4 \
  python3-tz=2022.7.1-4 python3-pkg-resources=66.1.1-1+deb12u2 >/dev/null
for package in ./*.deb; do dpkg -x "$package" .; done
cat >quiz.csv <<'CSV'
question,choice,other,share,price,time
Is it?,Yes,None,5%,$5,5 minutes
Is it not?,No,N/A,10%,$7,2 hours
CSV
csv() { # the name of a program of csvkit and its arguments
  program=$1
  shift
  PYTHONPATH=usr/lib/python3/dist-packages python3 -W ignore "usr/bin/$program" "$@"
}
echo "csvkit 1.0.7"
cat quiz.csv
echo "csvjson: $(csv csvjson quiz.csv)"
echo "csvsort: $(csv csvsort -c question quiz.csv | tail -1)"
perhaps=$(echo 'Is it so?,Perhaps,,,,' | cat quiz.csv - | csv csvjson | grep -o '"choice": [^,]*' | tr '\n' ' ')
echo "with one answer Perhaps: $perhaps"
[ "$(csv csvsort -c question quiz.csv | tail -1)" = 'Is it?,True,,5,5,0:05:00' ]
[ "$perhaps" = '"choice": "Yes" "choice": "No" "choice": "Perhaps" ' ]
csv csvjson quiz.csv | grep -q '"choice": true, "other": null, "share": 5.0, "price": 5.0, "time": "0:05:00"'
