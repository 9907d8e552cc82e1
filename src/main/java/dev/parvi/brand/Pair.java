package dev.parvi.brand;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** The two ways in which a language addresses somebody, in its own words. */
public record Pair(String familiar, String formal) {

    static SequencedMap<String, Pair> all() {
        var all = new LinkedHashMap<String, Pair>();
        all.put("fi", new Pair("sinä", "te"));
        all.put("ru", new Pair("ты", "вы"));
        all.put("de", new Pair("du", "Sie"));
        all.put("fr", new Pair("tu", "vous"));
        all.put("es", new Pair("tú", "usted"));
        return all;
    }

    /** The word for that way. */
    public String of(Voice.Address address) {
        return address == Voice.Address.FAMILIAR ? familiar : formal;
    }
}
