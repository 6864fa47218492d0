# bash completion for demarc
# SPDX-License-Identifier: MIT
@DECLARATIONS@
# Those of the words that begin as what stands there.
_demarc_propose() {
    local word
    while IFS= read -r word; do
        [[ -n $word && $word == "$cur"* ]] || continue
        [[ -n $quote || $word != *[\ \'\(\)]* ]] || printf -v word %q "$word"
        COMPREPLY+=("$before$word")
    done <<<"$1"
}

_demarc_files() {
    local word
    compopt -o filenames 2>/dev/null
    while IFS= read -r word; do
        [[ $1 == any || -d $word || $word == *.yaml || $word == *.yml ]] && COMPREPLY+=("$word")
    done < <(compgen -f -- "$cur")
}

_demarc() {
    local i cur=${COMP_WORDS[COMP_CWORD]} last=${COMP_WORDS[COMP_CWORD - 1]} command='' option='' quote='' before=''
    local words='' paths='' place=0
    COMPREPLY=()
    if [[ $cur == '=' && $last == --* ]]; then # bash takes --option=value apart
        cur='' option=$last
    elif [[ $last == '=' ]]; then
        option=${COMP_WORDS[COMP_CWORD - 2]}
    elif [[ $last == -* ]]; then
        option=$last
    fi
    for ((i = 1; i < COMP_CWORD; ++i)); do
        case ${COMP_WORDS[i]} in
        -*)
            if _demarc_values "$command" "${COMP_WORDS[i]}"; then
                [[ ${COMP_WORDS[i + 1]} == '=' ]] && ((++i))
                ((++i))
            fi
            ;;
        *) if [[ -z $command ]]; then command=${COMP_WORDS[i]}; else ((++place)); fi ;;
        esac
    done
    case $cur in
    \"* | \'*) quote=${cur:0:1} cur=${cur:1} ;;
    *) cur=${cur//\\/} ;;
    esac
    if [[ -n $option ]] && _demarc_values "$command" "$option"; then
        if [[ $option == --layer && $cur == *,* ]]; then before=${cur%,*}, cur=${cur##*,}; fi
    elif [[ $cur == -* ]]; then
        _demarc_options "$command" || return
        _demarc_propose "$words"
        return
    elif [[ -z $command ]]; then
        _demarc_propose "$_demarc_commands"
        return
    else
        for ((i = place + 1; i > 1; --i)); do # the last argument may be repeated
            _demarc_values "$command" "$i" && break
        done
        ((i > 1)) || _demarc_values "$command" '' || return
    fi
    _demarc_propose "$words"
    [[ $paths == none ]] || _demarc_files "$paths"
}

complete -F _demarc demarc
