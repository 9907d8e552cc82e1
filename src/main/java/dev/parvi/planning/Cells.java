package dev.parvi.planning;

/** Cells as spreadsheets take them. */
final class Cells {

    private Cells() {}

    /** Whether a spreadsheet would run it: see OWASP, "CSV Injection". */
    static boolean isFormula(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0;
    }

    /** The same text, which no spreadsheet runs. */
    static String safe(String cell) {
        return isFormula(cell) ? "'" + cell : cell;
    }
}
