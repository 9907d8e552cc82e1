package dev.parvi.platform;

import java.net.InetAddress;
import java.nio.file.Path;

/** The platform's own parts for plain tests: calls may go to loopback, media lie in a folder of the test's. */
public final class OpenPlatform {

    private OpenPlatform() {}

    public static Outbound outbound() {
        return new CheckedOutbound(InetAddress::getAllByName, _ -> false, "Parvi/test");
    }

    public static OutboundStreams streams() {
        return new CheckedOutbound(InetAddress::getAllByName, _ -> false, "Parvi/test");
    }

    public static MediaStore media(Path folder) {
        return new MediaFolder(new Home(folder));
    }
}
