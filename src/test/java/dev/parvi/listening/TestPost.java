package dev.parvi.listening;

import dev.parvi.platform.Mails;
import java.util.ArrayList;
import java.util.List;

/** Keeps what was sent; broken it stands for a process that dies while it sends. */
final class TestPost implements Mails {

    final List<String> mails = new ArrayList<>();
    boolean broken;

    @Override
    public boolean set() {
        return true;
    }

    @Override
    public void send(String to, String subject, String text) {
        if (broken) {
            throw new IllegalStateException("the process died here");
        }
        mails.add(subject + "\n" + text);
    }
}
