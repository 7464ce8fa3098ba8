# Completion of answers for bash:  source <(answers completion bash)
_answers() {
  # The words as the shell would give them; of the last one, which quote is open, and how much of it
  # stands before what readline puts the completion in the place of: a quote, or one of its breaks.
  local line=${COMP_LINE:0:COMP_POINT} i c quote= word= has_word= skip=0 value
  local -a words
  for ((i = 0; i < ${#line}; ++i)); do
    c=${line:i:1}
    if [[ $c == '\' && $quote != "'" && ( -z $quote || ${line:i+1:1} == [\\\"\$\`] ) ]]; then
      i=$((i + 1)) has_word=1
      word+=${line:i:1}
    elif [[ -n $quote && $c == "$quote" ]]; then
      quote= skip=${#word}
    elif [[ -n $quote ]]; then
      word+=$c
    elif [[ $c == [\"\'] ]]; then
      quote=$c has_word=1 skip=${#word}
    elif [[ $c == [[:blank:]] ]]; then
      [[ -n $has_word ]] && words+=("$word")
      word= has_word= skip=0
    else
      word+=$c has_word=1
      [[ $COMP_WORDBREAKS == *"$c"* ]] && skip=${#word}
    fi
  done
  COMPREPLY=()
  while IFS= read -r value; do
    value=${value%%$'\t'*}
    value=${value:skip}
    [[ $value == *: || $value == *, ]] && compopt -o nospace 2> /dev/null
    case $quote in
      \') value=${value//\'/\'\\\'\'} ;;
      \") value=${value//'\'/'\\'} value=${value//\"/\\\"} value=${value//\$/\\\$} value=${value//\`/\\\`} ;;
      *) value=$(printf %q "$value") ;;
    esac
    # readline closes no quote behind one.
    [[ -n $quote && $value == *"$quote" ]] && value+=$quote
    COMPREPLY+=("$value")
  done < <("${words[0]}" __complete "${words[@]:1}" "$word" 2> /dev/null)
}
complete -o default -F _answers answers
