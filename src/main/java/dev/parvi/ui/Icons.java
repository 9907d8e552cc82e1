package dev.parvi.ui;

import java.util.Map;

/** Line icons of our own, drawn in a 24 x 24 box with a stroke of 2 in the current colour: the data of one path each. */
public final class Icons {

    private static final Map<String, String> PATHS = Map.ofEntries(
            Map.entry(
                    "today",
                    "M12 3v2 M12 19v2 M3 12h2 M19 12h2 M5.6 5.6l1.4 1.4 M17 17l1.4 1.4 M5.6 18.4l1.4-1.4 M17 7l1.4-1.4 M12 8a4 4 0 1 0 0 8a4 4 0 1 0 0-8"),
            Map.entry("calendar", "M4 6h16v14H4z M4 10h16 M8 3v4 M16 3v4 M8 14h2 M14 14h2"),
            Map.entry("write", "M4 20h4L19 9l-4-4L4 16z M13.5 6.5l4 4"),
            Map.entry(
                    "ideas",
                    "M9 18h6 M10 21h4 M12 3a6 6 0 0 0-3.5 10.9c.6.5.9 1.3.9 2.1h5.2c0-.8.3-1.6.9-2.1A6 6 0 0 0 12 3z"),
            Map.entry("slots", "M12 4a8 8 0 1 0 0 16a8 8 0 1 0 0-16 M12 8v4l3 2"),
            Map.entry("pillars", "M4 20h16 M6 20v-9h3v9 M11 20V4h3v16 M16 20v-6h3v6"),
            Map.entry(
                    "accounts",
                    "M9 12a3.5 3.5 0 1 0 0-7a3.5 3.5 0 1 0 0 7 M3 20c0-3.3 2.7-5 6-5s6 1.7 6 5 M17 8v6 M14 11h6"),
            Map.entry("page", "M6 3h8l4 4v14H6z M14 3v4h4 M9 12h6 M9 16h6"),
            Map.entry(
                    "team",
                    "M9 11a3 3 0 1 0 0-6a3 3 0 1 0 0 6 M3 20c0-3 2.7-5 6-5s6 2 6 5 M16 5.2a3 3 0 0 1 0 5.6 M18 15.4c1.8.8 3 2.400 3 4.600"),
            Map.entry("settings", "M4 7h9 M17 7h3 M15 5v4 M4 17h3 M11 17h9 M9 15v4 M4 12h16"),
            Map.entry("audit", "M5 4h14v16H5z M9 9h6 M9 13h6 M9 17h3"),
            Map.entry("ledger", "M5 4h14v16H5z M8 8h8 M8 12l2 2 4-4"),
            Map.entry("guard", "M12 3l7 3v5c0 4.500-3 7.800-7 10c-4-2.200-7-5.500-7-10V6z M9 12l2 2 4-4"),
            Map.entry("undo", "M9 14l-4-4 4-4 M5 10h9a5 5 0 0 1 0 10h-3"),
            Map.entry("keyboard", "M3 7h18v10H3z M7 10h.01 M11 10h.01 M15 10h.01 M7 14h10"),
            Map.entry("inbox", "M4 5h16v14H4z M4 13h4l2 3h4l2-3h4"),
            Map.entry("more", "M5 12h.01 M12 12h.01 M19 12h.01"),
            Map.entry("plus", "M12 5v14 M5 12h14"),
            Map.entry("pause", "M8 5v14 M16 5v14"),
            Map.entry("play", "M7 5v14l12-7z"),
            Map.entry("warning", "M12 4L2.500 20h19z M12 10v4 M12 17h.01"),
            Map.entry("done", "M5 12l5 5L20 7"),
            Map.entry("close", "M6 6l12 12 M18 6L6 18"),
            Map.entry("left", "M15 5l-7 7 7 7"),
            Map.entry("right", "M9 5l7 7-7 7"),
            Map.entry("picture", "M4 5h16v14H4z M4 16l5-5 4 4 3-3 4 4 M15.500 9h.01"),
            Map.entry(
                    "link", "M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1 M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1"),
            Map.entry("trash", "M5 7h14 M10 4h4 M7 7l1 13h8l1-13 M10 11v5 M14 11v5"),
            Map.entry("comments", "M4 5h16v11H10l-4 4v-4H4z M8 9h8 M8 12h5"),
            Map.entry(
                    "heart",
                    "M12 20S4 15 4 9.500A4.300 4.300 0 0 1 12 7.500A4.300 4.300 0 0 1 20 9.500C20 15 12 20 12 20z"),
            Map.entry("bell", "M6 16v-5a6 6 0 0 1 12 0v5l1.500 2h-15z M10 21h4"),
            Map.entry("out", "M14 5h5v5 M19 5l-8 8 M17 14v5H5V7h5"),
            Map.entry("exit", "M10 5H5v14h5 M9 12h11 M16 8l4 4-4 4"),
            Map.entry("brand", "M4 20V9l8-5 8 5v11z M9 20v-6h6v6"),
            Map.entry("copy", "M8 8h11v11H8z M5 15V5h10"),
            Map.entry("repeat", "M5 11V9a3 3 0 0 1 3-3h10 M15 3l3 3-3 3 M19 13v2a3 3 0 0 1-3 3H6 M9 21l-3-3 3-3"),
            Map.entry("news", "M4 5h13v14H6a2 2 0 0 1-2-2z M17 9h3v8a2 2 0 0 1-2 2 M7 9h7 M7 12.500h7 M7 16h4"),
            Map.entry("save", "M6 4h12v16l-6-4-6 4z"),
            Map.entry("goal", "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18 M12 8a4 4 0 1 0 0 8a4 4 0 1 0 0-8 M12 12h.01"),
            Map.entry("chart", "M4 4v16h16 M8 16v-4 M12 16V8 M16 16v-6"),
            Map.entry("search", "M11 5a6 6 0 1 0 0 12a6 6 0 1 0 0-12 M20 20l-4.500-4.500"));

    private Icons() {}

    /** @throws IllegalArgumentException for a name that isn't drawn */
    public static String path(String name) {
        var path = PATHS.get(name);
        if (path == null) {
            throw new IllegalArgumentException("No icon is drawn for " + name);
        }
        return path;
    }
}
