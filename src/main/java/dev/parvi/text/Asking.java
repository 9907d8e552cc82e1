package dev.parvi.text;

/** The words of a text without the signs between them, as the question models were trained on. */
final class Asking {

    private Asking() {}

    static String bare(String even) {
        var bare = new StringBuilder(even.length()).append(' ');
        var from = 1;
        while (from < even.length()) {
            var to = even.indexOf(' ', from);
            if (Character.isLetterOrDigit(even.codePointAt(from))) {
                bare.append(even, from, to + 1);
            }
            from = to + 1;
        }
        return bare.toString();
    }
}
