# SPDX-License-Identifier: MIT
# embed_files(OUTPUT folder file…): writes an assembler source that carries the files, under their names relative to the
# folder, in a table `demarc_builtin_files`.
function(embed_files output folder)
    set(data "")
    set(table "")
    set(number 0)
    foreach(file IN LISTS ARGN)
        cmake_path(RELATIVE_PATH file BASE_DIRECTORY ${folder} OUTPUT_VARIABLE name)
        string(APPEND data "name_${number}: .asciz \"${name}\"\n"
                           "begin_${number}: .incbin \"${file}\"\nend_${number}: .byte 0\n")
        string(APPEND table ".quad name_${number}, begin_${number}, end_${number}\n")
        math(EXPR number "${number} + 1")
    endforeach()
    file(CONFIGURE OUTPUT ${output} @ONLY CONTENT
".section .rodata
@data@
.section .data.rel.ro, \"aw\"
.balign 8
.global demarc_builtin_files
.hidden demarc_builtin_files
.type demarc_builtin_files, @object
demarc_builtin_files:
@table@.quad 0, 0, 0
.size demarc_builtin_files, . - demarc_builtin_files
.section .note.GNU-stack, \"\", @progbits
")
    set_source_files_properties(${output} PROPERTIES OBJECT_DEPENDS "${ARGN}")
endfunction()
