package dev.parvi.team;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Somebody who is about to become a member, as they typed it. */
public record Newcomer(String name, String email, String password) {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_EMAIL = 254;
    /** As loose as a mail server is: something, an at sign, a domain with a dot or localhost. */
    private static final Pattern EMAIL = Pattern.compile("[^@\\s<>,;]+@[^@\\s<>,;]+");

    /** What is to mend: by field, the key of the message that says how. Empty when all is well. */
    public Map<String, String> faults() {
        var faults = new LinkedHashMap<String, String>();
        if (!isName(name)) {
            faults.put("name", "team.fault.name");
        }
        if (!isEmail(email)) {
            faults.put("email", "team.fault.email");
        }
        if (!Passwords.goodEnough(password)) {
            faults.put("password", "team.fault.password");
        }
        return faults;
    }

    public static boolean isName(String name) {
        return !name.isBlank() && name.strip().length() <= LONGEST_NAME;
    }

    public static boolean isEmail(String email) {
        return email.strip().length() <= LONGEST_EMAIL
                && EMAIL.matcher(email.strip()).matches();
    }

    /** 12 to 200 characters. */
    public static boolean isGoodPassword(String password) {
        return Passwords.goodEnough(password);
    }
}
