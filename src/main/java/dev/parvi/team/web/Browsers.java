package dev.parvi.team.web;

import java.util.LinkedHashMap;
import java.util.Map;

/** What people call their browser, out of what it calls itself. A guess; what isn't known stays unnamed. */
public final class Browsers {

    private static final Map<String, String> NAMES = new LinkedHashMap<>();
    private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

    static {
        // The first that fits, since browsers also name those they descend from.
        NAMES.put("Edg", "Edge");
        NAMES.put("OPR/", "Opera");
        NAMES.put("YaBrowser", "Yandex");
        NAMES.put("SamsungBrowser", "Samsung Internet");
        NAMES.put("Firefox/", "Firefox");
        NAMES.put("FxiOS/", "Firefox");
        NAMES.put("Chrome/", "Chrome");
        NAMES.put("CriOS/", "Chrome");
        NAMES.put("Safari/", "Safari");
        SYSTEMS.put("iPhone", "iPhone");
        SYSTEMS.put("iPad", "iPad");
        SYSTEMS.put("Android", "Android");
        SYSTEMS.put("Windows", "Windows");
        SYSTEMS.put("Mac OS X", "Mac");
        SYSTEMS.put("Linux", "Linux");
    }

    private Browsers() {}

    /** {@code Firefox · Linux}; empty where nothing is known. */
    public static String named(String agent) {
        var name = first(NAMES, agent);
        var system = first(SYSTEMS, agent);
        return name.isEmpty() || system.isEmpty() ? name + system : name + " · " + system;
    }

    private static String first(Map<String, String> names, String agent) {
        return names.entrySet().stream()
                .filter(each -> agent.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
