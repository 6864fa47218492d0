# SPDX-License-Identifier: MIT
# embed_files(OUTPUT table folder file…): writes an assembler source that carries the files, under their names relative to the
# folder, in a table of that name.
function(embed_files output symbol folder)
    set(data "")
    set(rows "")
    set(number 0)
    foreach(file IN LISTS ARGN)
        cmake_path(RELATIVE_PATH file BASE_DIRECTORY ${folder} OUTPUT_VARIABLE name)
        string(APPEND data "name_${number}: .asciz \"${name}\"\n"
                           "begin_${number}: .incbin \"${file}\"\nend_${number}: .byte 0\n")
        string(APPEND rows ".quad name_${number}, begin_${number}, end_${number}\n")
        math(EXPR number "${number} + 1")
    endforeach()
    file(CONFIGURE OUTPUT ${output} @ONLY CONTENT
".section .rodata
@data@
.section .data.rel.ro, \"aw\"
.balign 8
.global @symbol@
.hidden @symbol@
.type @symbol@, @object
@symbol@:
@rows@.quad 0, 0, 0
.size @symbol@, . - @symbol@
.section .note.GNU-stack, \"\", @progbits
")
    set_source_files_properties(${output} PROPERTIES OBJECT_DEPENDS "${ARGN}")
endfunction()
