package dev.parvi.platform;

/** Which Parvi this is, as its jar says. */
public final class Version {

    public static final String NUMBER = read();

    private Version() {}

    private static String read() {
        var packed = Version.class.getPackage().getImplementationVersion();
        return packed == null ? "dev" : packed;
    }
}
