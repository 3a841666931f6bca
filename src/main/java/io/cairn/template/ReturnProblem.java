package io.cairn.template;

import io.cairn.kernel.Problem;

/** What can be wrong with a filled template that comes back. */
public enum ReturnProblem implements Problem.Kind {
    FILE_MISSING(422, "Choose a file."),
    FILE_EMPTY(422, "This file is empty."),
    FILE_UNREADABLE(422, "This file cannot be read; send the workbook (.xlsx), its CSV or the zip of its CSV files."),
    FILE_ENCODING(422, "This file is not in UTF-8; save it as “CSV UTF-8”."),
    FILE_ENCRYPTED(422, "This workbook is locked with a password; save it without one."),
    FILE_HAS_MACROS(422, "Workbooks with macros are not read; save it as a plain workbook (.xlsx)."),
    FILE_IS_OLD_EXCEL(422, "Old workbooks (.xls) are not read; save it as a plain workbook (.xlsx) or as CSV."),
    FILE_HAS_LINKS(422, "This workbook fetches from other files; break those links and send it again."),
    FILE_HAS_ENTITIES(422, "This workbook declares XML of its own and is not read."),
    FILE_UNPACKS_TOO_LARGE(422, "This file unpacks to more than 64 MB and is not read."),
    TOO_MANY_ROWS(422, "At most 10,000 rows are read at once; send the file in parts."),
    WRONG_TEMPLATE(422, "This file belongs to another template."),
    TEMPLATE_OUTDATED(422, "This file was made with an older version of the template; download it anew."),
    TEMPLATE_NEWER(422, "This file was made with a newer version of the template than this one knows."),
    SHEET_MISSING(422, "No sheet of this file belongs to the template."),
    SHEET_TWICE(422, "The file has this sheet twice."),
    COLUMN_MISSING(422, "A column is missing."),
    COLUMN_TWICE(422, "The file has this column twice."),
    CELLS_MERGED(422, "These cells are merged; part them, so that each row has its own."),
    FORMULA_NOT_ALLOWED(422, "A formula stands where a value belongs; paste its value."),
    ROW_UNREADABLE(422, "This line cannot be read."),
    ID_TWICE(422, "Two rows have this id."),
    UNKNOWN_ID(422, "There is nothing with this id that you may see; clear the cell to make a new one."),
    PERSON_UNKNOWN(422, "Nobody here has this name or e-mail, or several have the name; use the e-mail."),
    NAME_UNKNOWN(422, "Nothing that you may see has this name, or several have."),
    NAME_TAKEN(422, "Something has this name already; give its id to change it, or choose another name."),
    CHOICE_UNKNOWN(422, "This is none of the choices."),
    FIXED(422, "This cannot be changed in a sheet; clear the change or do it on its page."),
    PART_REFUSED(422, "Another row that belongs to this one is refused."),
    CHANGED_MEANWHILE(409, "Somebody changed this since you looked; send the file again."),
    OTHER_ORGANIZATION(422, "This file was made by another organisation; its ids mean nothing here.");

    private final int status;
    private final String message;

    ReturnProblem(int status, String message) {
        this.status = status;
        this.message = message;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String message() {
        return message;
    }
}
