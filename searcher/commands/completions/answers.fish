# Completion of answers for fish:  answers completion fish | source
function __answers_complete
  set -l words (commandline -opc)
  set -l current (commandline -ct)
  # As the shell would give it; a quote that is open is closed first.
  set -l plain (string unescape -- "$current"; or string unescape -- "$current\""; or string unescape -- "$current'")
  set -q plain[1]; or set plain "$current"
  set -l found ($words[1] __complete $words[2..-1] "$plain[-1]" 2> /dev/null)
  if test (count $found) -gt 0
    printf '%s\n' $found
  else
    __fish_complete_path "$current"
  end
end
complete -c answers -f -a '(__answers_complete)'
