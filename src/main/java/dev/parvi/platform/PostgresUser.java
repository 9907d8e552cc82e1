package dev.parvi.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** As whom PostgreSQL runs: it refuses to run as root, so root hands it to nobody. */
final class PostgresUser {

    private static final int NOBODY = 65534;

    private final boolean root;
    private final boolean reachable;
    private final boolean linux;

    private PostgresUser(boolean root, boolean reachable, boolean linux) {
        this.root = root;
        this.reachable = reachable;
        this.linux = linux;
    }

    static PostgresUser of(Path home, Path programs) throws IOException {
        var root = "root".equals(System.getProperty("user.name"));
        return new PostgresUser(
                root,
                open(home.toAbsolutePath()) && open(programs.toAbsolutePath()),
                System.getProperty("os.name").equals("Linux"));
    }

    List<String> command(List<String> program) {
        var command = new ArrayList<String>();
        if (linux && root && !reachable) {
            // A parent folder closed to others: keep root's rights on files in a user namespace where it isn't root.
            command.add("unshare");
            command.add("-U");
        }
        if (linux) {
            command.addAll(List.of("setpriv", "--pdeathsig=INT"));
        }
        if (linux && root && reachable) {
            command.addAll(List.of("--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
        }
        command.addAll(program);
        return command;
    }

    void own(Path path) throws IOException {
        if (root && reachable) {
            Files.setAttribute(path, "unix:uid", NOBODY);
            Files.setAttribute(path, "unix:gid", NOBODY);
        }
    }

    private static boolean open(Path folder) throws IOException {
        var folders = Stream.iterate(folder, p -> p != null, Path::getParent).toList();
        for (var each : folders) {
            if (Files.exists(each) && ((int) Files.getAttribute(each, "unix:mode") & 1) == 0) {
                return false;
            }
        }
        return true;
    }
}
